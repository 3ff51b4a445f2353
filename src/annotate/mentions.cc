// Labels and ids. A listed name has its row's id; others get the slug of their fullest form in the article.
#include "annotate/mentions.h"

#include "text/text.h"

namespace dateline::annotate {

std::string slug(std::string_view name) {
  std::string out;
  for (const char c : text::fold(name)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
    if (keep) out += c;
    else if (c != '\'' && c != '.' && !out.empty() && out.back() != '-') out += '-';
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

namespace {

class Writer {
 public:
  Writer(const rules::Reading& reading, const Tables& tables, const Namer& namer)
      : reading_(reading), tables_(tables), namer_(namer) {}

  [[nodiscard]] Mention write(const Draft& draft) const {
    Mention mention;
    mention.span = span(draft.first, draft.last);
    mention.type = draft.type;
    mention.kind = draft.kind;
    mention.rule = draft.rule;
    mention.country = draft.country;
    mention.reading = draft.reading;
    mention.name = mention.span.of(reading_.text);
    if (draft.title_first < draft.title_last) mention.role = span(draft.title_first, draft.title_last).of(reading_.text);
    switch (draft.type) {
      case MentionType::person: write_person(draft, mention); break;
      case MentionType::organization: write_organization(draft, mention); break;
      case MentionType::place: write_place(draft, mention); break;
      case MentionType::nationality: mention.id = "nationality/" + slug(mention.name); break;
    }
    return mention;
  }

 private:
  [[nodiscard]] Span span(std::uint32_t first, std::uint32_t last) const {
    return {reading_.tokens.begin[namer_.units()[first].first], reading_.tokens.end[namer_.units()[last - 1].last - 1]};
  }
  void write_listed(Source source, rules::RowId row, Mention& mention) const {
    const rules::Table* table = tables_.table(source);
    mention.name = table->text(row, 0);
    if (const auto kind = tables_.text(source, row, "kind"); !kind.empty()) mention.kind = kind;
    if (const auto country = tables_.text(source, row, "country"); !country.empty()) mention.country = country;
    if (const auto id = tables_.text(source, row, "id"); !id.empty()) mention.id = id;
  }
  void write_person(const Draft& draft, Mention& mention) const {
    mention.kind = "person";
    if (draft.person == no_entity) return;
    const Person& person = namer_.persons()[draft.person];
    mention.name = span(person.first, person.last).of(reading_.text);
    if (mention.country.empty()) mention.country = person.country;
    if (person.source == Source::actor) {
      const std::string_view role = tables_.text(Source::actor, person.row, "role");
      write_listed(person.source, person.row, mention);
      mention.kind = "person";
      if (mention.role.empty()) mention.role = role;
    }
    if (mention.role.empty() && person.title_first < person.title_last) {
      mention.role = span(person.title_first, person.title_last).of(reading_.text);
    }
    if (mention.id.empty()) mention.id = "person/" + slug(mention.name);
  }
  void write_organization(const Draft& mentioned, Mention& mention) const {
    const Draft& draft = mentioned.organisation == no_entity ? mentioned : namer_.organisations()[mentioned.organisation];
    mention.name = span(draft.first, draft.last).of(reading_.text);
    mention.kind = draft.kind;
    mention.country = draft.country;
    if (draft.named_from != no_entity) return write_group(draft, mention);
    if (draft.source != Source::none) write_listed(draft.source, draft.row, mention);
    if (!mention.id.empty()) return;
    // Every country has its foreign ministry: the country is part of the id.
    mention.id = "organization/" + (mention.country.empty() ? "" : slug(mention.country) + "-") + slug(mention.name);
  }
  // "Norwegian troops" and "Norway's army" are one actor.
  void write_group(const Draft& draft, Mention& mention) const {
    mention.name = span(draft.named_from, draft.last).of(reading_.text);
    mention.id = "organization/" + (mention.country.empty() ? slug(mention.name) : slug(mention.country) + "-" + std::string(draft.group));
  }
  void write_place(const Draft& draft, Mention& mention) const {
    if (draft.source == Source::actor) write_listed(draft.source, draft.row, mention);
    if (mention.id.empty()) mention.id = "place/" + slug(mention.name);
  }

  const rules::Reading& reading_;
  const Tables& tables_;
  const Namer& namer_;
};

// What the article says of places, in text order: its places, and the countries that nationalities and titles name.
std::vector<PlaceMention> collect_places(const Namer& namer, std::vector<std::uint32_t>& draft_of) {
  std::vector<PlaceMention> places;
  for (std::uint32_t i = 0; i < namer.drafts().size(); ++i) {
    const Draft& draft = namer.drafts()[i];
    PlaceMention place;
    place.tokens = {namer.units()[draft.first].first, namer.units()[draft.last - 1].last};
    place.locative = draft.locative;
    place.doubtful = draft.doubtful;
    if (draft.type == MentionType::organization) {
      place.inside = true;
    } else if (draft.type != MentionType::place) {
      if (draft.type != MentionType::nationality || draft.country.empty()) continue;
      place.evidence_only = true;
      place.country = draft.country;
    }
    places.push_back(std::move(place));
    draft_of.push_back(i);
  }
  return places;
}

// A street, a river or a building keeps its own name and gets the point of the place that it is named by.
void take_place(const PlaceMention& place, Mention& mention) {
  mention.where = place.where;
  mention.country = place.country;
  mention.modifier = place.modifier;
  const bool own = mention.kind == "facility" || mention.kind == "nature" || mention.kind == "water";
  if (place.evidence_only || (own && place.kind != mention.kind)) return;
  mention.name = place.name;
  mention.kind = place.kind;
  mention.id = place.id;
  mention.geonames = place.geonames;
}

}  // namespace

std::vector<Mention> make_mentions(const rules::Reading& reading, const Tables& tables, const Toponyms& toponyms,
                                   const Namer& namer) {
  std::vector<std::uint32_t> draft_of;
  std::vector<PlaceMention> places = collect_places(namer, draft_of);
  toponyms.resolve(reading, places);
  const Writer writer(reading, tables, namer);
  std::vector<Mention> mentions;
  mentions.reserve(namer.drafts().size());
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < namer.drafts().size(); ++i) {
    const Draft& draft = namer.drafts()[i];
    const bool placed = next < draft_of.size() && draft_of[next] == i;
    const PlaceMention* place = placed ? &places[next++] : nullptr;
    if (draft.doubtful && (place == nullptr || !place->supported)) continue;
    mentions.push_back(writer.write(draft));
    if (place != nullptr && place->resolved) take_place(*place, mentions.back());
  }
  return mentions;
}

}  // namespace dateline::annotate
