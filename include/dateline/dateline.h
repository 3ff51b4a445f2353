// Everything that a program which links dateline needs.
#pragma once

#include "dateline/article.h"
#include "dateline/date.h"
#include "dateline/document.h"
#include "dateline/event.h"
#include "dateline/mention.h"
#include "dateline/pipeline.h"
#include "dateline/problem.h"
#include "dateline/rules.h"
#include "dateline/span.h"
