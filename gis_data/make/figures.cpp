#include "make/figures.hpp"

#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "make/random.hpp"
#include "make/sheet.hpp"
#include "make/totals.hpp"

namespace ntmap::sample {

namespace {

using Column = std::vector<std::optional<double>>;

/// What is built up over the years, in whole steps of `unit`; totals of the province by period.
struct Stock {
  const char* id;
  const char* flow;  ///< the column of what was added in the year; null: none
  double unit;       ///< 0,1 ha for land
  int decimals;
  std::map<std::string, long> totals;
};

const std::vector<Stock>& stocks() {
  static const std::vector<Stock> k_stocks = {
      {"kdc",
       "kdc_them",
       1,
       0,
       {{"2020", 660},
        {"2021_07", 747},
        {"2021", 896},
        {"2022", 1042},
        {"2023", 1150},
        {"2024", 1240},
        {"2025_02", 1205},
        {"2025_06", 1232},
        {"2025_12", 1190}}},
      {"vuon_mau",
       nullptr,
       1,
       0,
       {{"2020", 6900},
        {"2021_07", 7244},
        {"2021", 7710},
        {"2022", 8560},
        {"2023", 9420},
        {"2024", 10230},
        {"2025_02", 10230},
        {"2025_06", 10610},
        {"2025_12", 11050}}},
      {"ruong_dat",
       "ruong_dat_them",
       0.1,
       1,
       {{"2020", 29000},
        {"2021_07", 35000},
        {"2021", 41200},
        {"2022", 59800},
        {"2023", 95800},
        {"2024", 126400},
        {"2025_02", 126400},
        {"2025_06", 134800},
        {"2025_12", 141000}}},
      {"nha_van_hoa",
       "nha_van_hoa_them",
       1,
       0,
       {{"2020", 12},
        {"2021_07", 21},
        {"2021", 30},
        {"2022", 52},
        {"2023", 77},
        {"2024", 105},
        {"2025_02", 105},
        {"2025_06", 118},
        {"2025_12", 131}}},
      {"nha_kien_co",
       "nha_kien_co_them",
       1,
       0,
       {{"2020", 1204},
        {"2021_07", 1700},
        {"2021", 2310},
        {"2022", 3921},
        {"2023", 6454},
        {"2024", 8329},
        {"2025_02", 8329},
        {"2025_06", 9012},
        {"2025_12", 9880}}},
  };
  return k_stocks;
}

/// A percentage with its weighted mean by period.
struct Rate {
  const char* id;
  bool by_people;  ///< else by households, or by mass for ctr_pct, which is in proportion to people
  bool communes_only;
  double least;
  double most;
  int decimals;
  std::map<std::string, double> means;
};

const std::vector<Rate>& rates() {
  static const std::vector<Rate> k_rates = {
      {"ho_ngheo_pct",
       false,
       false,
       0.2,
       9.5,
       2,
       {{"2021", 4.62},
        {"2022", 3.79},
        {"2023", 3.01},
        {"2024", 2.40},
        {"2025_06", 2.12},
        {"2025_12", 1.93}}},
      {"bhyt_pct",
       true,
       false,
       84,
       99.8,
       1,
       {{"2021", 90.6},
        {"2022", 92.1},
        {"2023", 93.6},
        {"2024", 94.7},
        {"2025_06", 95.1},
        {"2025_12", 95.6}}},
      {"nuoc_thai_ho_pct",
       false,
       false,
       20,
       99,
       1,
       {{"2021", 52}, {"2022", 58}, {"2023", 64}, {"2024", 71}, {"2025_06", 76}, {"2025_12", 81}}},
      {"nha_ve_sinh_pct",
       false,
       true,
       45,
       99,
       1,
       {{"2021", 68}, {"2022", 71}, {"2023", 74}, {"2024", 77}, {"2025_06", 79}, {"2025_12", 81}}},
      {"ntm.10", true, true, 28, 52, 2, {{"2021_07", 38.64}}},
      {"ctr_pct",
       true,
       false,
       60,
       100,
       1,
       {{"2021", 80}, {"2022", 84}, {"2023", 88}, {"2024", 92}, {"2025_06", 93.5}, {"2025_12", 95.2}}},
  };
  return k_rates;
}

struct Period {
  const char* name;
  const char* before;  ///< the period that its flows count from, on the same units; null: no flows
  std::size_t vintage;
  int year;
};

// Newest first on the units of 2020, so that each stock can be taken out of the later one.
constexpr std::array<Period, 9> k_periods = {{{"2024", "2023", 1, 2024},
                                              {"2023", "2022", 1, 2023},
                                              {"2022", "2021", 1, 2022},
                                              {"2021", "2020", 1, 2021},
                                              {"2021_07", nullptr, 1, 2021},
                                              {"2020", nullptr, 1, 2020},
                                              {"2025_02", nullptr, 2, 2025},
                                              {"2025_06", nullptr, 2, 2025},
                                              {"2025_12", nullptr, 3, 2025}}};

/// The most a unit can come to have, in steps.
double room(const Stock& stock, const Profile& unit) {
  Random random(std::string("stock/") + stock.id + "/" + unit.unit.code);
  const std::string_view id = stock.id;
  if (id == "kdc") return unit.villages * random.between(0.65, 0.99);
  if (id == "nha_kien_co") return unit.households * random.between(0.01, 0.05);
  if (!unit.is_commune()) return 0;
  if (id == "ruong_dat") return unit.farm_land * random.between(0.05, 0.35);
  return id == "vuon_mau" ? unit.people * random.between(0.2, 1.8) : unit.people * random.unit();
}

std::map<std::string, std::vector<long>> spread(const Stock& stock, const Profiles& profiles) {
  std::map<std::string, std::vector<long>> result;
  std::vector<double> weights;
  for (const Period& period : k_periods) {
    const bool first_of_units = period.vintage != 1 || std::string_view(period.name) == "2024";
    if (first_of_units) {
      weights.clear();
      for (const Profile& unit : profiles.at[period.vintage]) weights.push_back(room(stock, unit));
    }
    const std::vector<long> parts = distribute(stock.totals.at(period.name), weights);
    result[period.name] = parts;
    if (period.vintage == 1) weights.assign(parts.begin(), parts.end());
  }
  return result;
}

Column stock_column(const Stock& stock, const std::vector<long>& parts) {
  Column column;
  for (const long part : parts) column.push_back(static_cast<double>(part) * stock.unit);
  return column;
}

Column rate_column(const Rate& rate, const Period& period, const std::vector<Profile>& units) {
  std::vector<Bounded> values;
  std::vector<double> weights;
  std::vector<std::size_t> of;
  const double mean = rate.means.at(period.name);
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (rate.communes_only && !units[i].is_commune()) continue;
    Random random(std::string("rate/") + rate.id + "/" + units[i].unit.code);
    const bool falling = rate.means.begin()->second > rate.means.rbegin()->second;
    const double ease = 0.5 * units[i].hardness + 0.5 * random.unit();
    const double span = std::min(mean - rate.least, rate.most - mean) * 0.9;
    values.push_back({mean + span * (falling ? 2 * ease - 1 : 1 - 2 * ease), rate.least, rate.most});
    weights.push_back(rate.by_people ? units[i].people : units[i].households);
    of.push_back(i);
  }
  fit_mean(values, weights, mean, std::pow(10.0, -rate.decimals));
  Column column(units.size());
  for (std::size_t i = 0; i < of.size(); ++i) column[of[i]] = values[i].value;
  return column;
}

/// Columns collected into a sheet.
class FigureSheet {
 public:
  FigureSheet(const std::vector<Profile>& units, const Period& period) : m_units(units) {
    m_sheet.title = "BIỂU SỐ LIỆU CÁC XÃ, PHƯỜNG, THỊ TRẤN NĂM " + std::to_string(period.year);
    m_sheet.header = {"MA_XA", "TEN_XA", "LOAI", "TEN_HUYEN"};
    for (const Profile& p : units)
      m_sheet.rows.push_back({p.unit.code, p.unit.name, p.unit.type, p.unit.district});
  }

  void add(const char* id, const Column& column, int decimals) {
    m_sheet.header.emplace_back(id);
    for (std::size_t i = 0; i < column.size(); ++i)
      m_sheet.rows[i].push_back(column[i] ? Cell(Number{*column[i], decimals}) : Cell());
  }

  template <class Of>
  void add_each(const char* id, int decimals, Of of) {
    Column column;
    for (const Profile& unit : m_units) column.push_back(of(unit));
    add(id, column, decimals);
  }

  const Sheet& sheet() const { return m_sheet; }

 private:
  const std::vector<Profile>& m_units;
  Sheet m_sheet;
};

void add_bases(FigureSheet& sheet) {
  using Value = std::optional<double>;
  sheet.add_each("dan_so", 0, [](const Profile& p) -> Value { return p.people; });
  sheet.add_each("so_ho", 0, [](const Profile& p) -> Value { return p.households; });
  sheet.add_each("dat_sxnn", 1, [](const Profile& p) -> Value { return p.farm_land; });
  sheet.add_each("khoi_luong_ctr", 1,
                 [](const Profile& p) -> Value { return std::round(p.people * 1.8) / 10; });
  sheet.add_each("thon_tong", 0,
                 [](const Profile& p) -> Value { return p.is_commune() ? Value(p.villages) : Value(); });
}

void add_funds(FigureSheet& sheet, const Period& period) {
  using Value = std::optional<double>;
  const auto given = [&](const Profile& p) {
    return std::round(Random("fund/" + p.unit.code + period.name).between(150, 640)) / 100;
  };
  sheet.add_each("von_giao", 2,
                 [&](const Profile& p) -> Value { return p.is_commune() ? Value(given(p)) : Value(); });
  sheet.add_each("von_giai_ngan", 2, [&](const Profile& p) -> Value {
    const double share = Random("paid/" + p.unit.code + period.name).between(0.55, 1.0);
    return p.is_commune() ? Value(std::floor(given(p) * share * 100) / 100) : Value();
  });
}

}  // namespace

void write_figures(const Profiles& profiles, const std::filesystem::path& folder) {
  std::map<std::string, std::map<std::string, std::vector<long>>> parts;
  for (const Stock& stock : stocks()) parts[stock.id] = spread(stock, profiles);
  for (const Period& period : k_periods) {
    const std::string name = period.name;
    if (name == "2020") continue;  // only what 2021 counts from
    FigureSheet sheet(profiles.at[period.vintage], period);
    add_bases(sheet);
    for (const Stock& stock : stocks()) {
      const Column now = stock_column(stock, parts[stock.id][name]);
      sheet.add(stock.id, now, stock.decimals);
      if (stock.flow == nullptr || period.before == nullptr) continue;
      Column flow = stock_column(stock, parts[stock.id][period.before]);
      for (std::size_t i = 0; i < flow.size(); ++i) flow[i] = *now[i] - *flow[i];
      sheet.add(stock.flow, flow, stock.decimals);
    }
    for (const Rate& rate : rates())
      if (rate.means.contains(name))
        sheet.add(rate.id, rate_column(rate, period, profiles.at[period.vintage]), rate.decimals);
    if (name != "2021_07" && name != "2025_02") add_funds(sheet, period);
    const std::filesystem::path file = folder / name / "so_lieu_xa";
    if (name == "2024") {
      Sheet with_total = sheet.sheet();
      with_total.total_row = true;
      write_xlsx(file.string() + ".xlsx", with_total);
    } else {
      write_csv(file.string() + ".csv", sheet.sheet(), CsvStyle::vietnamese);
    }
  }
}

}  // namespace ntmap::sample
