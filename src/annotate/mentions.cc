// Labels and ids. A listed name has its row's id; others get the slug of their fullest form in the
// article.
#include "annotate/mentions.h"

#include "annotate/words/ids.h"

namespace dateline::annotate {

namespace {

class Writer {
 public:
  Writer(const rules::Reading& reading, const Tables& tables, const Toponyms& toponyms,
         const Namer& namer)
      : reading_(reading), tables_(tables), toponyms_(toponyms), namer_(namer) {}

  // `place` is what toponym resolution made of the draft; null where it was not asked. `mention` is
  // empty.
  void write(const Draft& draft, const PlaceMention* place, Mention& mention) const {
    mention.span = span(draft.first, draft.last);
    mention.type = draft.type;
    mention.rule = draft.rule;
    mention.country = draft.country;
    mention.reading = draft.reading;
    if (draft.title_first < draft.title_last)
      mention.role = words(draft.title_first, draft.title_last);
    switch (draft.type) {
      case MentionType::person:
        return write_person(draft, mention);
      case MentionType::organization:
        return write_organization(draft, mention);
      case MentionType::place:
        return write_place(draft, place, mention);
      case MentionType::nationality:
        return write_nationality(draft, place, mention);
    }
  }

 private:
  [[nodiscard]] Span span(std::uint32_t first, std::uint32_t last) const {
    return {reading_.tokens.begin[namer_.units()[first].first],
            reading_.tokens.end[namer_.units()[last - 1].last - 1]};
  }
  [[nodiscard]] std::string_view words(std::uint32_t first, std::uint32_t last) const {
    return span(first, last).of(reading_.text);
  }

  void write_listed(Source source, rules::RowId row, Mention& mention) const {
    mention.name = tables_.table(source)->text(row, 0);
    if (const auto kind = tables_.text(source, row, "kind"); !kind.empty()) mention.kind = kind;
    if (const auto country = tables_.text(source, row, "country"); !country.empty())
      mention.country = country;
    if (const auto id = tables_.text(source, row, "id"); !id.empty()) mention.id = id;
  }
  void write_person(const Draft& draft, Mention& mention) const {
    if (draft.person == no_entity) {
      mention.name = words(draft.first, draft.last);
      mention.kind = "person";
      return;
    }
    const Person& person = namer_.persons()[draft.person];
    mention.gender = person.gender;
    if (mention.country.empty()) mention.country = person.country;
    if (person.source == Source::actor) {
      write_listed(person.source, person.row, mention);
      if (mention.role.empty()) mention.role = tables_.text(Source::actor, person.row, "role");
    } else {
      mention.name = words(person.first, person.last);
    }
    mention.kind = "person";
    if (mention.role.empty() && person.title_first < person.title_last) {
      mention.role = words(person.title_first, person.title_last);
    }
    if (mention.id.empty()) write_person_id(person, mention);
  }
  // In the one spelling of a transliterated name; else as it stands, but for middle initials.
  void write_person_id(const Person& person, Mention& mention) const {
    const Units& units = namer_.units();
    std::string spelling;
    namer_.spelling().write(reading_, {units[person.first].first, units[person.last - 1].last},
                            spelling);
    mention.id = "person/" + spelling;
    if (!spelling.empty()) return;
    for (std::uint32_t i = person.first; i < person.last; ++i) {
      if (i > person.first && i + 1 < person.last && units[i].has(initial)) continue;
      if (!units[i].has(word_unit)) continue;  // the marks of a nickname
      if (i > person.first) mention.id += '-';
      append_slug(words(i, i + 1), mention.id);
    }
  }
  void write_organization(const Draft& mentioned, Mention& mention) const {
    const Draft& draft = mentioned.organisation == no_entity
                             ? mentioned
                             : namer_.organisations()[mentioned.organisation];
    mention.kind = draft.kind;
    mention.country = draft.country;
    if (draft.named_from != no_entity) return write_group(draft, mention);
    if (draft.source != Source::none)
      write_listed(draft.source, draft.row, mention);
    else
      mention.name = words(draft.first, draft.last);
    if (!mention.id.empty()) return;
    const bool the = namer_.units()[draft.first].is(article_word);
    write_body_id(words(draft.first + (the ? 1 : 0), namer_.core_end(draft)), draft.group, mention);
  }
  // "Norwegian troops" and "Norway's army" are one actor.
  void write_group(const Draft& draft, Mention& mention) const {
    mention.name = words(draft.named_from, draft.named_to);
    write_body_id(mention.name, draft.group, mention);
  }
  // Every country has its foreign ministry: the country is part of the id. `what` it is to its
  // country, or "".
  static void write_body_id(std::string_view name, std::string_view what, Mention& mention) {
    mention.id = "organization/";
    append_country(mention);
    if (mention.country.empty() || what.empty())
      append_slug(name, mention.id);
    else
      mention.id += what;
  }
  // A street, a river or a building keeps its own name and gets the point of the place that it is
  // named by.
  void write_place(const Draft& draft, const PlaceMention* place, Mention& mention) const {
    mention.kind = draft.kind;
    if (draft.source == Source::actor)
      write_listed(draft.source, draft.row, mention);
    else
      mention.name = words(draft.first, draft.last);
    if (place != nullptr && place->facts != nullptr) {
      if (!place->modifier.empty())
        mention.modifier = reading_.span(place->modifier).of(reading_.text);
      const bool own =
          mention.kind == "facility" || mention.kind == "nature" || mention.kind == "water";
      if (!own || mention.kind == kind_name(*place->facts))
        return toponyms_.describe(*place->facts, mention);
      locate(*place->facts, mention);
    }
    if (mention.id.empty()) write_id("place/", mention);
  }
  void write_nationality(const Draft& draft, const PlaceMention* place, Mention& mention) const {
    mention.name = words(draft.first, draft.last);
    mention.kind = draft.kind;
    if (place != nullptr && place->facts != nullptr) locate(*place->facts, mention);
    write_id("nationality/", mention);
  }

  static void write_id(std::string_view type, Mention& mention) {
    mention.id = type;
    append_slug(mention.name, mention.id);
  }
  static void append_country(Mention& mention) {
    if (mention.country.empty()) return;
    append_slug(mention.country, mention.id);
    mention.id += '-';
  }

  const rules::Reading& reading_;
  const Tables& tables_;
  const Toponyms& toponyms_;
  const Namer& namer_;
};

// What resolution is told of a draft: places, the names inside organisations' names, the countries
// of nationalities.
bool speaks_of_places(const Draft& draft) {
  switch (draft.type) {
    case MentionType::place:
    case MentionType::organization:
      return true;
    case MentionType::nationality:
      return !draft.country.empty();
    case MentionType::person:
      break;
  }
  return false;
}

PlaceMention told_of(const Draft& draft, const Units& units) {
  PlaceMention place;
  place.tokens = {units[draft.first].first, units[draft.last - 1].last};
  place.doubtful = draft.doubtful;
  place.inside = draft.type == MentionType::organization;
  place.evidence_only = draft.type == MentionType::nationality;
  if (place.evidence_only) place.country = draft.country;
  return place;
}

}  // namespace

std::vector<Mention> make_mentions(const rules::Reading& reading, const Tables& tables,
                                   const Toponyms& toponyms, const Namer& namer,
                                   MentionWork& work) {
  work.places.clear();
  for (const Draft& draft : namer.drafts()) {
    if (speaks_of_places(draft)) work.places.push_back(told_of(draft, namer.units()));
  }
  toponyms.resolve(reading, work.places, work.resolving);
  const Writer writer(reading, tables, toponyms, namer);
  std::vector<Mention> mentions;
  mentions.reserve(namer.drafts().size());
  auto next = work.places.cbegin();
  for (const Draft& draft : namer.drafts()) {
    const PlaceMention* place = speaks_of_places(draft) ? &*next++ : nullptr;
    if (draft.doubtful && (place == nullptr || !place->supported)) continue;
    writer.write(draft, place, mentions.emplace_back());
  }
  return mentions;
}

}  // namespace dateline::annotate
