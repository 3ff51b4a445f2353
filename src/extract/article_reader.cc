// Blocks to sentences to events of one article.
#include "extract/article_reader.h"

#include <algorithm>
#include <utility>

#include "extract/facts/headline.h"

namespace dateline::extract {
namespace {

// What is longer is no sentence but a list or a table; it is read in pieces, so that time and
// output stay linear.
constexpr std::uint32_t longest_sentence = 400;
constexpr Day news_days = 62;  // what is older is history
constexpr std::uint32_t lead_sentences =
    6;  // undated ones tell of the publication day (docs of merge)

std::optional<Zone> zone_of(BlockKind kind) {
  if (kind == BlockKind::title) return Zone::title;
  if (kind == BlockKind::caption) return Zone::caption;
  if (kind == BlockKind::dateline) return std::nullopt;
  return is_core(kind) ? std::optional(Zone::body) : std::nullopt;
}

}  // namespace

ArticleReader::ArticleReader(const Rules& rules, const Lexicon& lexicon, const ArticleInput& input,
                             const Options& options, ArticleBuffers& buffers)
    : rules_(rules),
      lexicon_(lexicon),
      input_(input),
      options_(options),
      context_{input.reading, lexicon, input.annotations,
               !input.layout.articles[input.article].published.date.known()},
      reader_(context_, buffers.sentence),
      sentences_(buffers.sentences),
      places_(buffers.places) {}

Extraction ArticleReader::run() {
  constexpr std::size_t usual = 8;
  out_.events.reserve(usual);
  out_.reports.reserve(usual);
  fill_source();
  if (!options_.events) return std::move(out_);
  const Article& article = input_.layout.articles[input_.article];
  title_place_ = place_of_title(context_, article.title);
  countries_ = countries_named(input_.annotations);
  for (const std::uint32_t index : article.blocks) {
    const Block& one = input_.layout.blocks[index];
    const std::optional<Zone> zone = zone_of(one.kind);
    if (zone) block(one, *zone);
  }
  read_waiting();
  date_titles(out_.events);
  if (options_.headlines && input_.article == 0) {
    for (const Block& one : input_.layout.blocks) {
      if (one.kind == BlockKind::related_headline && one.published.known())
        block(one, Zone::headline);
    }
    read_waiting();
  }
  fingerprint_.copy_to(out_.source.fingerprint);
  return std::move(out_);
}

void ArticleReader::fill_source() {
  const Article& article = input_.layout.articles[input_.article];
  Source& source = out_.source;
  source.document = input_.document.name;
  source.article = input_.article;
  source.title = title_of(article, input_.document.text);
  source.byline = byline_of(article, input_.document.text);
  source.publisher = article.publisher;
  source.url = input_.document.url;
  source.published = article.published;
}

void ArticleReader::seek(std::uint32_t byte) {
  const std::vector<std::uint32_t>& begins = input_.reading.tokens.begin;
  token_ = static_cast<std::uint32_t>(std::lower_bound(begins.begin(), begins.end(), byte) -
                                      begins.begin());
  const auto ends_before = [&](const auto& found) { return found.span.end <= byte; };
  const auto& mentions = input_.annotations.mentions;
  const auto& timexes = input_.annotations.timexes;
  mention_ = static_cast<std::size_t>(
      std::partition_point(mentions.begin(), mentions.end(), ends_before) - mentions.begin());
  timex_ = static_cast<std::size_t>(
      std::partition_point(timexes.begin(), timexes.end(), ends_before) - timexes.begin());
}

// The tokens inside; most blocks begin where the one before ended.
text::TokenRange ArticleReader::tokens_of(Span span) {
  const text::Tokens& tokens = input_.reading.tokens;
  while (token_ < tokens.size() && tokens.begin[token_] < span.begin) ++token_;
  const std::uint32_t first = token_;
  token_ = static_cast<std::uint32_t>(
      std::upper_bound(tokens.end.begin() + first, tokens.end.end(), span.end) -
      tokens.end.begin());
  return {first, token_};
}

void ArticleReader::block(const Block& block, Zone zone) {
  if (read_ == unread || block.span.begin < read_) seek(block.span.begin);
  read_ = block.span.end;
  const text::TokenRange range = tokens_of(block.span);
  if (range.empty()) return;
  const Date& published = block.published.known()
                              ? block.published
                              : input_.layout.articles[input_.article].published.date;
  if (zone == Zone::body) fingerprint_.add(input_.reading.tokens, range);
  text::sentences(input_.reading.text, input_.reading.tokens, range, input_.reading.abbreviation,
                  sentences_);
  bool opens_block = true;
  for (const text::TokenRange& one : sentences_) {
    for (std::uint32_t first = one.first; first < one.last; first += longest_sentence) {
      add({first, std::min(one.last, first + longest_sentence)},
          {zone, std::exchange(opens_block, false), &published});
    }
  }
}

void ArticleReader::add(text::TokenRange tokens, const Waiting& waiting) {
  const bool headline = waiting.zone == Zone::title || waiting.zone == Zone::headline;
  waiting_[reader_.size()] = waiting;
  reader_.add(tokens, headline ? SentenceKind::headline : SentenceKind::prose, mention_, timex_);
  if (reader_.size() == waiting_.size()) read_waiting();
}

void ArticleReader::read_waiting() {
  reader_.take_apart();
  for (std::size_t i = 0; i < reader_.size(); ++i) {
    const Waiting& waiting = waiting_[i];
    if (waiting.opens_block) begin_block(waiting.zone);
    sentence(i, waiting.zone, *waiting.published);
  }
  reader_.clear();
}

void ArticleReader::begin_block(Zone zone) {
  previous_ = nullptr;
  label_ = nullptr;
  history_ = false;
  if (zone != Zone::headline) return;
  after_accident_ = false;
  memory_ = {};  // each is a story of its own
}

void ArticleReader::sentence(std::size_t number, Zone zone, const Date& published) {
  Before before;
  before.knows_actors = memory_.knows_anyone();
  before.leaning = topics_.leaning();
  before.labour = topics_.labour();
  before.accident = after_accident_;
  before.names_states = topics_.names_states();
  reader_.read(number, before);
  topics_.add(reader_.sentence());
  const Article& article = input_.layout.articles[input_.article];
  const Day changed = article.published.modified;
  const bool was_changed = changed != no_day && published == article.published.date;
  if (const Timex* opening = label()) label_ = opening;
  const DateContext dating{published,
                           was_changed ? changed : published.last,
                           zone,
                           position_,
                           previous_,
                           history_,
                           told_day(published),
                           label_};
  const Index day = day_of_sentence(context_, reader_.sentence());
  if (zone == Zone::body) report(reader_.sentence().tokens, day, published);
  if (zone == Zone::body) retract();
  told_from_ = out_.events.size();
  facts_known_ = false;
  bool told = false;
  const std::size_t events = out_.events.size();
  for (const Candidate& candidate : reader_.candidates()) {
    if (candidate.type == EventType::statement) continue;
    if (candidate.type == EventType::disaster || candidate.type == EventType::assault)
      after_accident_ = candidate.type == EventType::disaster;
    told = true;
    add_event(candidate, zone, dating);
  }
  if (!told && reader_.candidates().empty())
    add_other(zone, dating);
  else if (!told && options_.background)
    add_event(reader_.candidates().front(), zone, dating);
  keep_own_tolls(std::span(out_.events).subspan(events));
  const Actors actors(context_, reader_.sentence(), memory_);
  actors.remember(memory_);
  memory_.accused = accused(actors);
  previous_ = is_day_of_deeds(reader_.sentence(), day)
                  ? &input_.annotations.timexes[static_cast<std::size_t>(day)]
                  : nullptr;
  if (previous_ != nullptr && zone == Zone::body) {
    told_ = previous_->date.is_day() ? previous_->date.first : no_day;
    told_at_ = position_;
  }
  history_ = is_long_past(published);
  if (zone == Zone::body) ++position_;
}

// "10 March: Rebels attack a bus", "1998 - The army topples the king"
const Timex* ArticleReader::label() const {
  const Sentence& sentence = reader_.sentence();
  if (size_of(sentence.units) == 0 || unit_at(sentence, 0).timex == none) return nullptr;
  const Index index = unit_at(sentence, 0).timex;
  const Timex& timex = input_.annotations.timexes[static_cast<std::size_t>(index)];
  Index u = 0;
  while (u < size_of(sentence.units) && unit_at(sentence, u).timex == index) ++u;
  if (u >= size_of(sentence.units) || !timex.date.known() || !is_label_mark(context_, sentence, u))
    return nullptr;
  return &timex;
}

// "We reported that the bishop had been arrested. This was untrue."
void ArticleReader::retract() {
  const Index unit = retracting_unit(context_, reader_.sentence());
  if (unit == none) return;
  for (std::size_t i = told_from_; i < out_.events.size(); ++i) {
    Event& event = out_.events[i];
    if (event.modality != Modality::reported && event.modality != Modality::claimed) continue;
    event.modality = Modality::denied;
    event.evidence.front().modality_span = context_.span(reader_.sentence(), unit, unit + 1);
    const bool untrue = context_.word(unit_at(reader_.sentence(), unit)).is(WordClass::untrue);
    event.evidence.front().modality_rule =
        lexicon_.rule_of(untrue ? WordClass::untrue : WordClass::truth);
  }
}

// The day of the news that was named last, not long before and above.
Day ArticleReader::told_day(const Date& published) const {
  constexpr std::uint32_t reach = 6;  // sentences
  constexpr Day week = 7;
  const bool is_news = told_ != no_day && published.is_day() && told_ <= published.last &&
                       published.last - told_ <= week;
  return is_news && position_ - told_at_ <= reach ? told_ : no_day;
}

// Whom the sentence accuses first; nobody where it accuses several.
std::optional<ActorView> ArticleReader::accused(const Actors& actors) const {
  for (const Candidate& candidate : reader_.candidates()) {
    if (candidate.type != EventType::accuse || candidate.target == none) continue;
    const bool several = chunk_at(reader_.sentence(), candidate.target).next != none;
    return several ? ActorView{} : actors.actor(candidate.target);
  }
  return std::nullopt;
}

// Does the sentence tell, in the past, of a time long before its article? One without a time goes
// on with what the one before told.
bool ArticleReader::is_long_past(const Date& published) const {
  const Sentence& sentence = reader_.sentence();
  if (published.first == no_day) return false;
  if (!sentence.has_timex) return history_;
  bool dated = false;
  for (const Unit& unit : sentence.units) {
    if (unit.timex == none) continue;
    const Date& date = input_.annotations.timexes[static_cast<std::size_t>(unit.timex)].date;
    if (!date.known()) continue;
    dated = true;
    if (date.last == no_day || date.last + news_days >= published.first) return false;
  }
  if (!dated) return history_;
  return std::any_of(sentence.groups.begin(), sentence.groups.end(), [&](Index i) {
    const Chunk& verb = chunk_at(sentence, i);
    return verb.timex != none && verb.clause == ClauseKind::main && !verb.present;
  });
}

// `day` is the time expression that dates the sentence, or none; `published` is that of its block.
void ArticleReader::report(text::TokenRange tokens, Index day, const Date& published) {
  DayReport report;
  if (day != none) {
    const Timex& timex = input_.annotations.timexes[static_cast<std::size_t>(day)];
    report.day = timex.date.first;
    report.explicit_date = true;
    report.date_span = timex.span;
    report.bound = is_bound(context_, reader_.sentence(), day);
  } else {
    const bool undated =
        !reader_.sentence().has_timex ||
        std::none_of(
            reader_.sentence().units.begin(), reader_.sentence().units.end(),
            [&](const Unit& unit) {
              return unit.timex != none &&
                     input_.annotations.timexes[static_cast<std::size_t>(unit.timex)].date.known();
            });
    if (!undated || position_ >= lead_sentences || !published.is_day()) return;
    report.day = published.first;
  }
  report.document = input_.document.name;
  report.article = input_.article;
  report.position = position_;
  report.span = input_.reading.span(tokens);
  report.line = input_.lines.line_of(report.span.begin);
  report.sentence = report.span.of(input_.reading.text);
  out_.reports.push_back(std::move(report));
}

// Where the sentence names nothing but who acts, "Russia would draw up ...", the title tells what
// it is about.
void ArticleReader::add_title_place(Event& event) const {
  const auto is_actor_or_title = [&](const EventPlace& place) {
    return place.id == title_place_->id ||
           std::any_of(event.actors.begin(), event.actors.end(),
                       [&](const EventActor& actor) { return actor.name == place.name; });
  };
  if (!std::all_of(event.places.begin(), event.places.end(), is_actor_or_title)) return;
  const auto is_title = [&](const EventPlace& place) { return place.id == title_place_->id; };
  if (std::none_of(event.places.begin(), event.places.end(), is_title))
    event.places.push_back(*title_place_);
}

void ArticleReader::add_actors(const Candidate& candidate, Event& event) const {
  const Actors actors(context_, reader_.sentence(), memory_);
  const bool split = candidate.source != none && candidate.target != none &&
                     chunk_at(reader_.sentence(), candidate.source).next == candidate.target;
  event.actors.reserve(3);
  const ActorView first = split ? actors.actor(candidate.source) : ActorView{};
  if (!first.name.empty())
    event.actors.push_back(first.as(ActorRole::source));
  else if (!split && candidate.source != none)
    actors.add(candidate.source, ActorRole::source, event.actors);
  if (candidate.target != none) {
    // "He accused the king": not of himself, and the name is surer than the pronoun.
    const bool sure = candidate.source != none && !actors.is_pronoun(candidate.target) &&
                      actors.is_pronoun(candidate.source);
    if (sure && actors.actor(candidate.target).name == actors.actor(candidate.source).name)
      event.actors.clear();
    actors.add(candidate.target, ActorRole::target, event.actors);
  }
  const Index told = candidate.verb == none ? candidate.noun : candidate.verb;
  const Index speaker = chunk_at(reader_.sentence(), told).speaker;
  if (speaker == none || (speaker == candidate.source && !candidate.is_demand)) return;
  const ActorView said = actors.actor(speaker);
  if (said.name.empty()) return;
  event.attribution.emplace_back(said.name);
  if (speaker != candidate.source) event.actors.push_back(said.as(ActorRole::attributed));
}

bool ArticleReader::is_background(const Candidate& candidate, const DatedBy& dated) const {
  if (candidate.type == EventType::statement) return true;
  if (dated.explicit_date) return false;
  if (candidate.verb == none) return candidate.source == none && candidate.target == none;
  const Chunk& verb = chunk_at(reader_.sentence(), candidate.verb);
  const bool news = verb.perfect && verb.present;  // "who has died"
  return verb.clause == ClauseKind::relative && !news;
}

void ArticleReader::fill_evidence(const Candidate& candidate, Zone zone, const DatedBy& dated,
                                  Evidence& evidence) {
  evidence.document = input_.document.name;
  evidence.article = input_.article;
  evidence.span = input_.reading.span(reader_.sentence().tokens);
  evidence.line = input_.lines.line_of(evidence.span.begin);
  evidence.sentence = evidence.span.of(input_.reading.text);
  evidence.date_span = dated.span;
  evidence.trigger_span = context_.span(reader_.sentence(), candidate.first, candidate.shown);
  if (candidate.modality_unit != none) {
    evidence.modality_span =
        context_.span(reader_.sentence(), candidate.modality_unit, candidate.modality_unit + 1);
    evidence.modality_rule = lexicon_.rule_of(candidate.modality_class);
  }
  evidence.zone = zone;
  const EventRule& rule = lexicon_.event_rules()[candidate.rule];
  evidence.rule = rule.id;
  evidence.rule_place = rule.place;
}

void ArticleReader::fill_event(const Candidate& candidate, Zone zone, DatedBy&& dated,
                               Event& event) {
  event.background = is_background(candidate, dated);
  event.type = candidate.type;
  event.mode = lexicon_.event_rules()[candidate.rule].mode;
  fill_evidence(candidate, zone, dated, event.evidence.emplace_back());
  event.trigger = event.evidence.front().trigger_span.of(input_.reading.text);
  event.modality = candidate.modality;
  add_actors(candidate, event);
  event.places = places_of(context_, reader_.sentence(), candidate, places_, countries_);
  if (title_place_ && zone != Zone::headline) add_title_place(event);
  event.toll = toll_;
  event.summary = summary_of(context_, reader_.sentence(), candidate).of(input_.reading.text);
  event.date = std::move(dated.date);
  event.id = event_id(event);
}

// What all events of the sentence share, once it has one.
void ArticleReader::find_facts() {
  if (facts_known_) return;
  facts_known_ = true;
  find_places(context_, reader_.sentence(), places_);
  toll_ = toll_of(context_, reader_.sentence());
}

// Is it told of a day to come? What "has been" done is not, but what "has been announced" is; nor
// what a picture shows.
bool ArticleReader::is_ahead(const Candidate& candidate, const DatedBy& dated,
                             const DateContext& dating) const {
  if (dating.zone == Zone::caption || !is_after(dated.date.date, dating)) return false;
  return candidate.verb == none || candidate.noun != none ||
         !chunk_at(reader_.sentence(), candidate.verb).perfect;
}

void ArticleReader::add_event(const Candidate& found, Zone zone, const DateContext& dating) {
  DatedBy dated = date_of(context_, rules_, reader_.sentence(), found, dating);
  Candidate candidate = found;
  if (is_ahead(candidate, dated, dating)) judge_as_planned(context_, candidate);
  if (!options_.background && is_background(candidate, dated)) return;
  find_facts();
  fill_event(candidate, zone, std::move(dated), out_.events.emplace_back());
}

// A dated sentence without a trigger is an event of type other: nothing dated is lost.
void ArticleReader::add_other(Zone zone, const DateContext& dating) {
  if (!reader_.sentence().has_timex) return;  // nothing to date it by
  const Index verb = reader_.plain_verb();
  if (verb == none || lexicon_.other_rule() == 0xFFFF) return;
  Candidate candidate;
  candidate.rule = lexicon_.other_rule();
  candidate.type = EventType::other;
  candidate.verb = verb;
  const Chunk& group = chunk_at(reader_.sentence(), verb);
  candidate.first = group.head;
  candidate.last = candidate.shown = group.head + 1;
  candidate.source = group.passive ? none : group.subject;
  candidate.target = group.passive ? group.subject : group.object;
  judge_modality(context_, reader_.sentence(), candidate);
  DatedBy dated = date_of(context_, rules_, reader_.sentence(), candidate, dating);
  if (!dated.explicit_date) return;
  if (is_ahead(candidate, dated, dating)) judge_as_planned(context_, candidate);
  find_facts();
  fill_event(candidate, zone, std::move(dated), out_.events.emplace_back());
}

}  // namespace dateline::extract
