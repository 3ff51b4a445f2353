// Private to src/merge: one id and one label for an actor or place over the whole corpus.
#pragma once

#include "merge/articles.h"

namespace dateline::merge {

// The label of an id is the name that most events give it. A name without an id takes the id that all others of that
// name have, where they agree.
void unify_actors(Articles& articles);

}  // namespace dateline::merge
