#include "ui/playback.hpp"

namespace ntmap::ui {

bool Playback::due(double now, bool shown, bool busy) {
  if (!shown) return false;
  if (m_until == 0) m_until = now + k_stay;
  if (now < m_until || busy) return false;
  stop();
  return true;
}

}  // namespace ntmap::ui
