#pragma once

#include "base/finding.hpp"
#include "model/class_list.hpp"
#include "model/theme.hpp"
#include "scene/cross.hpp"

namespace ntmap::app {

/// Asks a theme for no more classes than a compressed picture keeps apart (sheet::k_meeting_classes), where
/// the method may choose: bounds, labels and categories that the project gives stay as they are. Of two
/// figures each has two classes: the four corners of the colour square.
void limit_classes(model::Theme& theme);

/// "46 – 71" becomes "46 đến 71", "46 to 71": after a video codec the dash between two numbers is read as
/// part of one of them (OCR: "46G - 71"), and it is what the speaker says.
void say_ranges(model::ClassList& classes);
/// The same for the axes of a colour square.
void say_ranges(scene::BivariateKey& key);

/// Holds finished classes against the rules of the meeting style: red against green is recoloured in place
/// (and told in a note), ranges are said in words; more classes than can be told apart are a warning.
base::Findings keep_meeting_rules(model::ClassList& classes);

}  // namespace ntmap::app
