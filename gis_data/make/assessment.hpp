#pragma once

#include <map>
#include <string>
#include <vector>

#include "make/items.hpp"
#include "make/profile.hpp"
#include "make/titles.hpp"

namespace ntmap::sample {

/// What a made-up value has to show.
enum class Outcome { fails, basic, advanced };

/// One commune at one date: what each item has to show, and the values that show it.
struct Assessed {
  const Profile* unit = nullptr;
  Title title = Title::none;
  bool new_title = false;        ///< given for this very year
  int failed = 0;                ///< criteria of the basic set that are not met
  std::vector<Outcome> outcome;  ///< one an item
  std::vector<double> value;     ///< one an item; 1 and 0 for pass, NaN for "không áp dụng"
};

/// One date of assessment of many communes.
struct Round {
  Column column = Column::btb;
  int year = 0;
  std::vector<Assessed> communes;
};

/// Decides what each item shows, from `failed`, the title and the commune's own lasting troubles: a commune
/// fails the same criteria from year to year until it mends them.
void plan(Round& round);

/// Makes the values up. `income` and `water` are the weighted means that the documents print or that lie on
/// their way (0: free): million đồng by people, percent of households on centralised water.
void fill(Round& round, double income, double water);

/// The index of an item by its id.
std::size_t item_index(std::string_view id);

}  // namespace ntmap::sample
