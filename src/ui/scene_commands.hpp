#pragma once

#include <cstddef>
#include <string>

#include "app/deck/scene_pictures.hpp"
#include "model/scene.hpp"
#include "ui/desk.hpp"

namespace ntmap::ui {

// What is done with the scenes of the project, each as one command that can be undone. The chosen scene is
// ViewState::scene; where there is none, those that need one do nothing.

/// A scene of what the map shows: theme, period, part and selection, with an id that is free. Requires a map.
model::Scene scene_of_view(const Desk& desk);

/// Puts a scene of what the map shows behind the chosen one, else at the end, and chooses it.
void add_scene(Desk& desk);
/// The chosen scene shows what the map shows; what it says stays.
void retake_scene(Desk& desk);
/// Puts a changed scene in the place of the one with its id.
void put_scene(Desk& desk, const model::Scene& scene);
/// Whether the chosen scene has larger texts than the meeting style, or such are being sought (F).
bool has_larger_texts(const Desk& desk);
/// Seeks the size at which the other sites read all texts, or goes back to the usual one.
void toggle_larger_texts(Desk& desk);
/// The size that was found for the chosen scene is kept with it, where it was asked for this scene (id).
void keep_larger_texts(Desk& desk, const app::ScenePicture& picture, const std::string& asked_for);
void duplicate_scene(Desk& desk);
void remove_scene(Desk& desk);
/// Moves the chosen scene up (-1) or down (1).
void shift_scene(Desk& desk, int by);
/// Moves any scene to another place.
void move_scene_to(Desk& desk, std::size_t from, std::size_t to);
/// Seconds that the last talk spent on the scene; 0: none.
double rehearsed(const Desk& desk, const model::Scene& scene);
/// Chooses a scene; the desk shows its theme and period, as far as they are there.
void choose_scene(Desk& desk, const model::Scene& scene);

}  // namespace ntmap::ui
