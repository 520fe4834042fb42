#include "criteria/compute_figure.hpp"

#include <gmock/gmock.h>

#include "criteria/evaluation_fixture.hpp"
#include "criteria/targets.hpp"

namespace ntmap::criteria {
namespace {

Recognition title(const char* rank, std::uint32_t unit, Date decided, int year = 0) {
  Recognition out;
  out.unit = unit;
  out.rank = rank;
  out.decided = decided;
  out.attainment_year = year == 0 ? decided.year : year;
  return out;
}

/// Ten communes in a district; figures of the project.
class ComputeFigureTest : public test::EvaluationTest {
 protected:
  ComputeFigureTest() : EvaluationTest(10), m_before(2023, 12) {
    for (std::uint32_t u = commune(); u < units().size(); ++u) {
      values().set("dan_so", u, 1000);
      values().set("so_ho", u, u < 7 ? 100 : 300);
    }
  }

  FigureInput figure_input() {
    evaluated();
    FigureInput out;
    out.units = &units();
    out.values = &values();
    m_input_before.units = &units();
    m_input_before.values = &m_before;
    out.before = &m_input_before;
    out.unit_before = province();
    out.evaluation = &result();
    out.recognitions = m_titles;
    out.products = m_products;
    out.day = {2024, 12, 31};
    out.year = 2024;
    out.excluded = m_left_out;
    out.base = m_base;
    return out;
  }

  FigureValue value(const char* id, std::uint32_t unit = province()) {
    const Figure* figure = find_figure(m_figures, id);
    EXPECT_NE(figure, nullptr) << id;
    return compute_figure(m_figures, *figure, unit, figure_input());
  }

  std::vector<Figure> m_figures = load_figures(test::checkout("gis_data/criteria/figures.toml"));
  ValueTable m_before;
  FigureInput m_input_before;
  std::vector<Recognition> m_titles;
  std::vector<Product> m_products;
  std::vector<std::uint8_t> m_left_out;
  Base m_base = Base::all;
};

TEST_F(ComputeFigureTest, CountsUnitsAndThoseThatImplement) {
  EXPECT_EQ(value("xa_tong").value, 10);
  EXPECT_EQ(value("huyen_tong").value, 1);
  m_left_out.assign(12, 0);
  m_left_out[5] = 1;
  EXPECT_EQ(value("xa_trien_khai").value, 9);
  EXPECT_EQ(value("xa_trien_khai", 5).value, 0);  // the commune of the economic zone itself
  EXPECT_EQ(value("xa_trien_khai", 6).value, 1);
}

TEST_F(ComputeFigureTest, CountsTitlesByDecisionAndSaysOfHowMany) {
  for (std::uint32_t u = 2; u < 6; ++u) m_titles.push_back(title("NTM", u, {2022, 7, 1}));
  m_titles.push_back(title("NTM", 6, {2025, 1, 15}));
  EXPECT_EQ(value("xa_ntm").value, 4);
  EXPECT_EQ(value("xa_ntm_pct").value, 40);
  EXPECT_EQ(value("xa_ntm").share->of, 10);
  EXPECT_EQ(value("xa_nangcao").value, 0);
}

TEST_F(ComputeFigureTest, EventsAreFlowsOfTheYearAndNotGivenAnew) {
  m_titles.push_back(title("NANGCAO", 2, {2024, 3, 1}));
  m_titles.push_back(title("NANGCAO", 3, {2023, 12, 1}));
  m_titles.push_back(title("NTM", 4, {2024, 3, 1}));
  m_titles.back().after_merger = true;
  EXPECT_EQ(value("xa_nangcao_them").value, 1);
  EXPECT_EQ(value("xa_ntm_them").value, 0);
  m_titles.push_back(title("KIEUMAU", k_no_unit, {2024, 3, 1}));
  EXPECT_EQ(value("xa_kieumau_them").value, 0);
}

TEST_F(ComputeFigureTest, FlagsAskOneUnit) {
  m_titles.push_back(title("HUYEN_NTM", district(), {2022, 4, 27}, 2020));
  EXPECT_EQ(value("huyen_ntm_flag", district()).value, 1);
  EXPECT_EQ(value("huyen_nangcao_flag", district()).value, 0);
  EXPECT_EQ(value("huyen_ntm").value, 1);
}

TEST_F(ComputeFigureTest, MeansAreWeighted) {
  for (const std::uint32_t u : {province(), district()}) clear_of("ntm.17.1.tap_trung", u);
  for (std::uint32_t u = commune(); u < units().size(); ++u)
    values().set("ntm.17.1.tap_trung", u, u < 7 ? 0 : 50);
  EXPECT_DOUBLE_EQ(*value("nuoc_sach_tap_trung_pct").value, 37.5);  // 5 x 300 x 50 of 2000 households
  clear_of("ntm.17.1.tap_trung", 3);
  EXPECT_EQ(value("nuoc_sach_tap_trung_pct").missing, 1);
  EXPECT_FALSE(value("ho_ngheo_pct").value.has_value());
  EXPECT_FALSE(value("ho_ngheo_pct").why.empty());
}

TEST_F(ComputeFigureTest, StocksAndFlowsAreSummedApart) {
  for (std::uint32_t u = commune(); u < units().size(); ++u) {
    values().set("ruong_dat", u, 1200.5);
    values().set("ruong_dat_them", u, 360);
  }
  EXPECT_EQ(value("ruong_dat").value, 12005);
  EXPECT_EQ(value("ruong_dat_them").value, 3600);
  values().set("ruong_dat", province(), 12500);  // a figure the province itself gives stands before the sum
  EXPECT_EQ(value("ruong_dat").value, 12500);
}

TEST_F(ComputeFigureTest, RatiosAndDifferences) {
  for (std::uint32_t u = commune(); u < units().size(); ++u) {
    values().set("kdc", u, 3);
    values().set("thon_tong", u, 4);
    values().set("ho_ngheo_pct", u, 3.01);
    m_before.set("ho_ngheo_pct", u, 3.79);
    m_before.set("so_ho", u, 100);
  }
  EXPECT_EQ(value("kdc_pct").value, 75);
  EXPECT_EQ(value("ho_ngheo_giam").value, 0.78);  // percentage points
}

// A commune without both parts of a ratio is one commune, as is one that lacks either.
TEST_F(ComputeFigureTest, ARatioCountsAUnitWithoutItsPartsOnce) {
  for (std::uint32_t u = commune() + 1; u < units().size(); ++u) {
    values().set("kdc", u, 3);
    if (u != 5) values().set("thon_tong", u, 4);
  }
  EXPECT_EQ(value("kdc_pct").missing, 2);  // commune(): both parts; 5: one of them
}

TEST_F(ComputeFigureTest, ADifferenceSaysWhatEitherYearLacks) {
  for (std::uint32_t u = commune(); u < units().size(); ++u) {
    values().set("ho_ngheo_pct", u, 3.01);
    m_before.set("ho_ngheo_pct", u, 3.79);
    m_before.set("so_ho", u, 100);
  }
  EXPECT_EQ(value("ho_ngheo_giam").missing, 0);
  m_before.set("ho_ngheo_pct", 3, model::k_no_data);
  EXPECT_EQ(value("ho_ngheo_giam").missing, 1);
  clear_of("ho_ngheo_pct", 3);
  clear_of("so_ho", 4);
  EXPECT_EQ(value("ho_ngheo_giam").missing, 2);
}

TEST_F(ComputeFigureTest, AUnitOfSeveralUnknownCriteriaIsOneUnit) {
  clear_of("ntm.4.1", 3);
  clear_of("ntm.10", 3);
  EXPECT_EQ(value("tieu_chi_bq").value, 18.8);
  EXPECT_EQ(value("tieu_chi_bq").missing, 1);
}

// The excluded commune is in the mean where the shares beside it have it too, and owes no figures.
TEST_F(ComputeFigureTest, TheMeanOfCriteriaIsOverTheStatedBase) {
  m_left_out.assign(12, 0);
  m_left_out[5] = 1;
  for (const char* id : {"ntm.4.1", "ntm.10"}) clear_of(id, 5);
  EXPECT_EQ(value("tieu_chi_bq").value, 18.8);
  EXPECT_EQ(value("tieu_chi_bq").missing, 0);
  m_base = Base::implementing;
  EXPECT_EQ(value("tieu_chi_bq").value, 19);
}

TEST_F(ComputeFigureTest, CriteriaAndTheirMean) {
  values().set("ntm.4.1", 2, 0);
  EXPECT_EQ(value("tieu_chi_bq").value, 18.9);
  clear_of("ntm.4.1", 3);
  EXPECT_EQ(value("tieu_chi_bq").value, 18.8);  // unknown is not met
  EXPECT_EQ(value("tieu_chi_bq").missing, 1);
  EXPECT_EQ(value("huyen_tieu_chi", district()).value, 9);
  EXPECT_FALSE(value("dtvm_tieu_chi", district()).value.has_value());  // no township here
  units()[2].type = "thị trấn";
  EXPECT_EQ(value("dtvm_tieu_chi", district()).value, 9);
}

// rules.md 5: a certificate lapses after 36 months, so a stock is not the sum of flows.
TEST_F(ComputeFigureTest, ProductsLapse) {
  m_products = {{"a", 2, 3, {2021, 12, 31}, false},
                {"b", 2, 3, {2022, 1, 1}, false},
                {"c", 3, 4, {2024, 5, 1}, true},
                {"d", 3, 5, {2024, 6, 1}, false}};
  EXPECT_EQ(value("ocop").value, 3);
  EXPECT_EQ(value("ocop_them").value, 2);
  EXPECT_EQ(value("ocop_5sao").value, 1);
  EXPECT_EQ(value("ocop_xk").value, 1);
  EXPECT_EQ(value("ocop_4sao_them").value, 1);
  EXPECT_NEAR(*value("ocop_4sao_pct").value, 100.0 / 3, 1e-12);
  EXPECT_EQ(value("ocop", 2).value, 1);
}

TEST_F(ComputeFigureTest, AColumnFigureIsReadAsItIs) {
  values().set("sipas", province(), 88.5);
  EXPECT_EQ(value("sipas").value, 88.5);
  EXPECT_FALSE(value("pci").value.has_value());
}

TEST_F(ComputeFigureTest, EveryFigureAnswersOrSaysWhyNot) {
  for (const Figure& figure : m_figures) {
    for (const std::uint32_t unit : {province(), district(), commune(), k_no_unit}) {
      const FigureValue v = compute_figure(m_figures, figure, unit, figure_input());
      EXPECT_TRUE(v.value.has_value() || !v.why.empty()) << figure.id;
    }
  }
}

}  // namespace
}  // namespace ntmap::criteria
