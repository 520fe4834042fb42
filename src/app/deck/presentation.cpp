#include "app/deck/presentation.hpp"

#include <algorithm>
#include <utility>

#include "app/map/scene_content.hpp"

namespace ntmap::app {
namespace {

std::vector<std::size_t> playable(const std::vector<PresentedScene>& scenes) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < scenes.size(); ++i) {
    if (scenes[i].problem.empty()) order.push_back(i);
  }
  return order;
}

/// The words of the whole are not true of a part: they are filled with the part's figures, and the title is
/// the theme's.
void say_of_part(model::Scene& scene, bool district) {
  scene.title = {};
  const bool computed = scene.caption.vi.find('{') != std::string::npos;
  scene.caption = district && computed ? words_of_part(scene.caption, scene.district) : base::Text();
  // The speaker's own words need no place before them.
  if (district && !scene.notes.empty()) {
    base::Text notes = words_of_part(scene.notes, scene.district);
    const std::string place = scene.district + ": ";
    if (notes.vi == place + scene.notes.vi) notes.vi = scene.notes.vi;
    if (notes.en == place + scene.notes.en) notes.en = scene.notes.en;
    scene.notes = notes;
  }
}

}  // namespace

Presentation::Presentation(std::vector<PresentedScene> scenes, double now)
    : m_scenes(std::move(scenes)), m_order(playable(m_scenes)), m_start(now), m_since(now) {}

std::optional<model::Scene> Presentation::shown() const {
  if (!any()) return std::nullopt;
  return m_part ? *m_part : current();
}

std::optional<model::Scene> Presentation::part(const std::string& district, const std::string& unit) const {
  if (!any()) return std::nullopt;
  model::Scene scene = *shown();
  const bool into_district = !district.empty() && scene.district.empty() && !drilled();
  if (!into_district && (unit.empty() || !scene.unit.empty())) return std::nullopt;
  if (into_district) {
    scene.district = district;
    scene.unit.clear();
  } else {
    scene.unit = unit;
  }
  say_of_part(scene, into_district);
  scene.extent.reset();
  // Marks of the whole would mostly lie elsewhere.
  scene.selection.clear();
  scene.annotations.clear();
  return scene;
}

std::optional<model::Scene> Presentation::coming() const {
  if (m_at + 1 >= m_order.size()) return std::nullopt;
  return m_scenes[m_order[m_at + 1]].scene;
}

bool Presentation::act(PresentAction action, double now) {
  if (action != PresentAction::enter) m_typed = 0;
  switch (action) {
    case PresentAction::next:
      return m_at + 1 < count() && move_to(m_at + 1, now);
    case PresentAction::back:
      return m_at > 0 && move_to(m_at - 1, now);
    case PresentAction::first:
      return move_to(0, now);
    case PresentAction::last:
      return any() && move_to(count() - 1, now);
    case PresentAction::out:
      return std::exchange(m_part, std::nullopt).has_value();
    case PresentAction::black:
      return set_blank(Blank::black);
    case PresentAction::white:
      return set_blank(Blank::white);
    case PresentAction::laser:
      return show_pointer(Pointer::laser);
    case PresentAction::spotlight:
      return show_pointer(Pointer::spotlight);
    case PresentAction::enter:
      return go_to(std::exchange(m_typed, 0), now);
  }
  return false;
}

bool Presentation::type_digit(int digit, double now) {
  m_typed = m_typed * 10 + static_cast<std::size_t>(digit);
  // One more digit could still name a scene.
  if (m_typed * 10 <= count() && m_typed > 0) return false;
  return go_to(std::exchange(m_typed, 0), now);
}

bool Presentation::drill(const std::string& district, const std::string& unit) {
  auto into = part(district, unit);
  if (!into) return false;
  m_part = std::move(into);
  return true;
}

bool Presentation::go_to(std::size_t number, double now) {
  return number >= 1 && number <= count() && move_to(number - 1, now);
}

void Presentation::replace(std::vector<PresentedScene> scenes, double now) {
  book(now);
  const std::string id = any() ? current().id : std::string();
  m_scenes = std::move(scenes);
  m_order = playable(m_scenes);
  const auto same = std::find_if(m_order.begin(), m_order.end(),
                                 [&](std::size_t scene) { return m_scenes[scene].scene.id == id; });
  if (same != m_order.end()) {
    m_at = static_cast<std::size_t>(same - m_order.begin());
  } else {
    m_at = std::min(m_at, m_order.empty() ? 0 : m_order.size() - 1);
    m_part.reset();
  }
}

std::vector<double> Presentation::times(double now) const {
  std::vector<double> out;
  for (std::size_t i = 0; i < m_scenes.size(); ++i) {
    const bool here = any() && m_order[m_at] == i;
    out.push_back(spent_on(m_scenes[i].scene.id) + (here ? on_scene(now) : 0));
  }
  return out;
}

std::optional<double> Presentation::left_on_scene(double now) const {
  if (!any() || current().seconds == 0) return std::nullopt;
  return current().seconds - spent_on(current().id) - on_scene(now);
}

void Presentation::restart_clock(double now) {
  m_start = m_since = now;
  m_spent.clear();
}

bool Presentation::move_to(std::size_t at, double now) {
  if (!any()) return false;
  const bool lit = std::exchange(m_blank, Blank::no) != Blank::no;
  if (at == m_at && !drilled()) return lit;
  book(now);
  m_at = at;
  m_part.reset();
  return true;
}

void Presentation::book(double now) {
  if (any()) {
    const auto known = std::find_if(m_spent.begin(), m_spent.end(),
                                    [&](const Spent& spent) { return spent.id == current().id; });
    if (known != m_spent.end()) {
      known->seconds += on_scene(now);
    } else {
      m_spent.push_back({current().id, on_scene(now)});
    }
  }
  m_since = now;
}

bool Presentation::show_pointer(Pointer pointer) {
  m_pointer = m_pointer == pointer ? Pointer::arrow : pointer;
  return true;
}

bool Presentation::set_blank(Blank blank) {
  m_blank = m_blank == Blank::no ? blank : Blank::no;
  return any();
}

double Presentation::spent_on(const std::string& id) const {
  const auto known =
      std::find_if(m_spent.begin(), m_spent.end(), [&](const Spent& spent) { return spent.id == id; });
  return known == m_spent.end() ? 0 : known->seconds;
}

}  // namespace ntmap::app
