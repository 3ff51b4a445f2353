// The parts of records that the NDJSON stream and the finished chronology have in common: one
// function an object, in the key order of the output contract.
#pragma once

#include "dateline/article.h"
#include "dateline/event.h"
#include "write/json_writer.h"

namespace dateline::write {

void program_fields(std::string_view rules_digest, JsonWriter& json);
void published_object(const Published& published, JsonWriter& json);
void event_fields(const Event& event, JsonWriter& json);
void source_fields(const Source& source, JsonWriter& json);

}  // namespace dateline::write
