#include "criteria/verdict.hpp"

#include <gmock/gmock.h>

#include <array>
#include <vector>

namespace ntmap::criteria {
namespace {

constexpr std::array<Verdict, 4> k_all = {Verdict::met, Verdict::not_met, Verdict::unknown,
                                          Verdict::not_applicable};

TEST(MarkTest, KeepsEverythingInOneByte) {
  static_assert(sizeof(Mark) == 1);
  for (const Verdict verdict : k_all) {
    for (int why = 0; why < 8; ++why) {
      for (int flags = 0; flags < 8; ++flags) {
        const Mark mark = Mark(verdict, static_cast<Why>(why))
                              .with_illustrative((flags & 1) != 0)
                              .with_just_met((flags & 2) != 0)
                              .with_fails_next_year((flags & 4) != 0);
        EXPECT_EQ(mark.verdict(), verdict);
        EXPECT_EQ(mark.why(), static_cast<Why>(why));
        EXPECT_EQ(mark.illustrative(), (flags & 1) != 0);
        EXPECT_EQ(mark.just_met(), (flags & 2) != 0);
        EXPECT_EQ(mark.fails_next_year(), (flags & 4) != 0);
      }
    }
  }
}

TEST(MarkTest, AFreshMarkIsUnknown) {
  EXPECT_EQ(Mark().verdict(), Verdict::unknown);
  EXPECT_EQ(Mark().why(), Why::no_value);
}

TEST(ConjunctionTest, NotMetBeatsUnknownBeatsMet) {
  const auto all = [](std::vector<Mark> parts) { return all_of(parts).verdict(); };
  EXPECT_EQ(all({Verdict::met, Verdict::unknown, Verdict::not_met}), Verdict::not_met);
  EXPECT_EQ(all({Verdict::met, Verdict::unknown}), Verdict::unknown);
  EXPECT_EQ(all({Verdict::met, Verdict::met}), Verdict::met);
  EXPECT_EQ(all({Verdict::met, Verdict::not_applicable}), Verdict::met);
  EXPECT_EQ(all({Verdict::not_applicable, Verdict::not_applicable}), Verdict::not_applicable);
  EXPECT_EQ(all({}), Verdict::not_applicable);
}

TEST(ConjunctionTest, TheOrderOfPartsChangesNothing) {
  for (const Verdict a : k_all) {
    for (const Verdict b : k_all) {
      for (const Verdict c : k_all) {
        EXPECT_EQ(all_of(std::array<Mark, 3>{a, b, c}).verdict(),
                  all_of(std::array<Mark, 3>{c, a, b}).verdict());
      }
    }
  }
}

TEST(ConjunctionTest, UnknownKeepsItsReason) {
  const std::array<Mark, 2> parts = {Mark(Verdict::met), Mark(Verdict::unknown, Why::conflict)};
  EXPECT_EQ(all_of(parts).why(), Why::conflict);
}

TEST(ConjunctionTest, IsIllustrativeOnlyWhenTheVerdictRestsOnSuchAThreshold) {
  const Mark met = Mark(Verdict::met).with_illustrative(true);
  const Mark not_met = Mark(Verdict::not_met).with_illustrative(true);
  EXPECT_TRUE(all_of(std::array<Mark, 2>{met, Verdict::met}).illustrative());
  // One official failure is enough for not met, whatever the illustrative one says.
  EXPECT_FALSE(all_of(std::array<Mark, 2>{not_met, Verdict::not_met}).illustrative());
  EXPECT_TRUE(all_of(std::array<Mark, 2>{not_met, Verdict::met}).illustrative());
  EXPECT_FALSE(all_of(std::array<Mark, 2>{met, Verdict::not_met}).illustrative());
}

TEST(ConjunctionTest, JustMetIsSaidOnlyOfWhatIsMet) {
  const Mark just = Mark(Verdict::met).with_just_met(true).with_fails_next_year(true);
  EXPECT_TRUE(all_of(std::array<Mark, 2>{just, Verdict::met}).just_met());
  EXPECT_TRUE(all_of(std::array<Mark, 2>{just, Verdict::met}).fails_next_year());
  EXPECT_FALSE(all_of(std::array<Mark, 2>{just, Verdict::not_met}).just_met());
}

TEST(WordTest, EveryStateAndReasonHasWordsInBothLanguages) {
  for (const Verdict verdict : k_all) {
    EXPECT_FALSE(word(verdict).vi.empty());
    EXPECT_FALSE(word(verdict).en.empty());
  }
  for (int why = 1; why < 8; ++why) EXPECT_FALSE(word(static_cast<Why>(why)).vi.empty()) << why;
  EXPECT_TRUE(word(Why::none).empty());
}

}  // namespace
}  // namespace ntmap::criteria
