#include "ui/escape.hpp"

#include "ui/welcome.hpp"

namespace ntmap::ui {

EscapeMeans escape_means(const ViewState& view, bool hint_shown) {
  if (hint_shown) return EscapeMeans::hint;
  if (view.playing) return EscapeMeans::playback;
  if (view.tool != Tool::pick) return EscapeMeans::tool;
  return view.meeting.on ? EscapeMeans::meeting : EscapeMeans::selection;
}

void end_by_escape(ViewState& view, bool hint_shown) {
  switch (escape_means(view, hint_shown)) {
    case EscapeMeans::hint:
      return close_tour(view);
    case EscapeMeans::playback:
      view.playing = false;
      return;
    case EscapeMeans::tool:
      view.tool = Tool::pick;
      return;
    case EscapeMeans::meeting:
      view.meeting.on = false;
      return;
    case EscapeMeans::selection:
      return view.selection.clear();
  }
}

}  // namespace ntmap::ui
