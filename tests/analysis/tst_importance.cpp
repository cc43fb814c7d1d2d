// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/forest.h"
#include "analysis/importance.h"

#include "randomcolumns.h"

#include <QTest>

#include <algorithm>
#include <ctime>
#include <numeric>

using namespace podium::analysis;
using namespace podium::test;

namespace {

/// Runs of a search over `params` numbers from 0 to 1.
class Search {
public:
    Search(std::size_t runs, std::size_t params, std::uint64_t seed = 3) : m_random(seed) {
        for (std::size_t i = 0; i < params; ++i) {
            std::vector<double> column;
            for (std::size_t run = 0; run < runs; ++run)
                column.push_back(unit());
            columns.push_back(std::move(column));
        }
    }

    double unit() { return static_cast<double>(m_random() % 1'000'000) / 1e6; }

    [[nodiscard]] std::vector<Feature> features() const {
        std::vector<Feature> result;
        for (const std::vector<double>& column : columns)
            result.emplace_back(std::span<const double>(column));
        return result;
    }

    std::vector<std::vector<double>> columns;

private:
    std::mt19937_64 m_random;
};

/// A target that one split of a number (ten levels, the first is missing) or of a category (four)
/// explains in part.
class Split {
public:
    static constexpr std::uint32_t Runs = 60;
    static constexpr std::size_t Leaf = 5;

    explicit Split(std::uint64_t seed) : features(2) {
        Search search(Runs, 2, seed);
        features[0].ordered = true;
        for (std::size_t run = 0; run < Runs; ++run) {
            const auto number = static_cast<Level>(search.columns[0][run] * 10);
            const auto category = static_cast<Level>(search.columns[1][run] * 4);
            features[0].levels.push_back(number);
            features[1].levels.push_back(category);
            const bool effect = seed % 5 == 0   ? number == MissingLevel
                                : seed % 5 == 1 ? number < 4
                                : seed % 5 == 2 ? number != MissingLevel && number < 4
                                : seed % 5 == 3 ? category == 0 || category == 2
                                                : false;
            target.push_back(search.unit() + (effect ? 2 : 0));
        }
    }

    /// The squared error of the means of the two sides; infinite if one is too small.
    template <typename Function>
    [[nodiscard]] double error(const Function& goesLeft) const {
        double sum = 0;
        for (const bool side : {false, true}) {
            std::vector<double> values;
            for (std::uint32_t run = 0; run < Runs; ++run) {
                if (goesLeft(run) == side)
                    values.push_back(target[run]);
            }
            if (values.size() < Leaf)
                return Infinity;
            const double mean = std::accumulate(values.begin(), values.end(), 0.0) /
                                static_cast<double>(values.size());
            for (const double value : values)
                sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    [[nodiscard]] double leastError() const {
        double least = Infinity;
        for (int last = 0; last < 10; ++last) {
            for (const bool missingLeft : {false, true})
                least = std::min(least, error([&](std::uint32_t run) {
                                     const Level level = features[0].levels[run];
                                     return level == MissingLevel ? missingLeft : level <= last;
                                 }));
        }
        for (unsigned set = 0; set < 16; ++set)
            least = std::min(least, error([&](std::uint32_t run) {
                                 return ((set >> features[1].levels[run]) & 1U) != 0;
                             }));
        return least;
    }

    std::vector<LevelledFeature> features;
    std::vector<double> target;
};

}  // namespace

class TestImportance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatMatters() {
        Search search(400, 6);
        std::vector<double> target;
        for (std::size_t run = 0; run < 400; ++run)
            target.push_back(5 * search.columns[2][run] - 2 * search.columns[4][run] +
                             0.2 * search.unit());
        const Importance result = importanceOf(search.features(), target);
        QCOMPARE(result.verdict, Verdict::Some);
        QCOMPARE(result.n, std::size_t{400});
        QVERIFY(result.r2 > 0.85 && result.r2 < 1);
        const auto& features = result.features;
        // The variances are 25 and 4 to each other, and shuffling adds twice a variance.
        QVERIFY(features[2].importance > 1.2 && features[2].importance < 2);
        QVERIFY(features[4].importance > 0.1 && features[4].importance < 0.4);
        for (const std::size_t other : {0U, 1U, 3U, 5U})
            QVERIFY(std::abs(features[other].importance) < 0.02);
        QVERIFY(features[2].correlation > 0.8);
        QVERIFY(features[4].correlation < -0.2);
        double shares = 0;
        for (const FeatureImportance& feature : features)
            shares += feature.share;
        QVERIFY(std::abs(shares - 1) < 1e-12);
        QVERIFY(features[2].deviation > 0 && features[2].deviation < 0.2);
    }

    void seesACurveThatCorrelationDoesNot() {
        Search search(300, 3);
        std::vector<double> target;
        for (const double x : search.columns[1])
            target.push_back((x - 0.5) * (x - 0.5));
        const Importance result = importanceOf(search.features(), target);
        QVERIFY(result.features[1].share > 0.9);
        QVERIFY(std::abs(result.features[1].correlation) < 0.2);
    }

    void saysThatItMeansNothing() {
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            Search search(200, 8, seed);
            std::vector<double> noise;
            for (std::size_t run = 0; run < 200; ++run)
                noise.push_back(search.unit());
            const Importance result = importanceOf(search.features(), noise);
            QCOMPARE(result.verdict, Verdict::Nothing);
            QVERIFY(result.r2 < 0.05);
        }
    }

    void categoriesAndMissingValues() {
        Search search(300, 2);
        std::vector<Category> optimizer;
        std::vector<double> warmup;  // missing where it was not used, which is what matters
        std::vector<double> target;
        const std::vector<double> effect = {0, 3, 0, 2};
        for (std::size_t run = 0; run < 300; ++run) {
            optimizer.push_back(static_cast<Category>(search.unit() * 4));
            warmup.push_back(search.unit() < 0.5 ? NaN : search.unit());
            target.push_back(effect[optimizer.back()] + (std::isnan(warmup.back()) ? 2 : 0) +
                             0.1 * search.unit());
        }
        std::vector<Feature> features = search.features();
        features.emplace_back(std::span<const Category>(optimizer));
        features.emplace_back(std::span<const double>(warmup));
        const Importance result = importanceOf(features, target);
        QVERIFY(result.r2 > 0.9);
        QVERIFY(result.features[2].share > 0.4);
        QVERIFY(result.features[3].share > 0.2);
        QVERIFY(result.features[0].share < 0.02);
        QVERIFY(std::isnan(result.features[2].correlation));
        QVERIFY(result.features[2].eta > 0.7);
        QVERIFY(std::isnan(result.features[3].eta));
    }

    void aNameForEachRunIsNotImportant() {
        Search search(300, 1);
        std::vector<Category> names(300);
        std::iota(names.begin(), names.end(), 1U);
        const std::vector<Feature> features = {std::span<const double>(search.columns[0]),
                                               std::span<const Category>(names)};
        const Importance result = importanceOf(features, search.columns[0]);
        QVERIFY(result.features[0].share > 0.95);
        QVERIFY(result.features[1].importance < 0.05);
    }

    void theSameSeedGivesTheSame() {
        Search search(100, 4);
        const std::vector<double>& target = search.columns[0];
        ImportanceOptions options;
        options.trees = 20;
        const Importance first = importanceOf(search.features(), target, options);
        const Importance again = importanceOf(search.features(), target, options);
        options.seed = 2;
        const Importance other = importanceOf(search.features(), target, options);
        QCOMPARE(first.r2, again.r2);
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(first.features[i].importance, again.features[i].importance);
        QVERIFY(first.r2 != other.r2);
    }

    void scaleOfTheTargetDoesNotMatter() {
        Search search(150, 3);
        std::vector<double> great;
        std::vector<double> plain;
        for (const double x : search.columns[1]) {
            plain.push_back(x);
            great.push_back(std::ldexp(x, 1023));
        }
        const Importance first = importanceOf(search.features(), plain);
        const Importance second = importanceOf(search.features(), great);
        QVERIFY(std::abs(first.r2 - second.r2) < 1e-9);
        QVERIFY(std::abs(first.features[1].importance - second.features[1].importance) < 1e-9);
    }

    void divergedRuns() {
        Search search(200, 3);
        std::vector<double> target = search.columns[1];
        target[7] = 1e9;  // outweighs all that can be explained
        target[8] = Infinity;
        target[9] = NaN;
        ImportanceOptions options;
        const Importance plain = importanceOf(search.features(), target, options);
        QCOMPARE(plain.leftOut, std::size_t{2});
        QCOMPARE(plain.verdict, Verdict::Nothing);
        options.rankTarget = true;
        const Importance ranks = importanceOf(search.features(), target, options);
        QCOMPARE(ranks.leftOut, std::size_t{1});
        QCOMPARE(ranks.verdict, Verdict::Some);
        QVERIFY(ranks.features[1].share > 0.9);
    }

    void nothingToCompute() {
        Search search(9, 2);
        QCOMPARE(importanceOf(search.features(), search.columns[0]).verdict, Verdict::TooFewRuns);
        Search more(30, 2);
        const std::vector<double> tenths(30, 0.1);
        const Importance constant = importanceOf(more.features(), tenths);
        QCOMPARE(constant.verdict, Verdict::TargetConstant);
        QVERIFY(std::isnan(constant.r2));
        QCOMPARE(constant.features.size(), std::size_t{2});
        QCOMPARE(importanceOf({}, more.columns[0]).verdict, Verdict::NoFeatures);
        const std::vector<Feature> flat = {std::span<const double>(tenths)};
        const Importance none = importanceOf(flat, more.columns[0]);
        QCOMPARE(none.verdict, Verdict::NoFeatures);
        QVERIFY(none.features[0].constant);
        QCOMPARE(importanceOf({}, {}).verdict, Verdict::TooFewRuns);
    }

    void badColumns() {
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            const std::size_t runs = seed * 3;
            std::vector<std::vector<double>> columns;
            for (std::uint64_t i = 0; i < 4; ++i)
                columns.push_back(randomColumn(seed * 5 + i, runs));
            std::vector<Feature> features;
            for (std::size_t i = 1; i < 4; ++i)
                features.emplace_back(std::span<const double>(columns[i]));
            ImportanceOptions options;
            options.trees = 10;
            options.rankTarget = seed % 2 == 0;
            const Importance result = importanceOf(features, columns[0], options);
            for (const FeatureImportance& feature : result.features)
                QVERIFY(std::isfinite(feature.importance) && std::isfinite(feature.share));
            QCOMPARE(std::isnan(result.r2), result.verdict < Verdict::Nothing);
        }
    }

    void manyRuns() {
        Search search(12'000, 5);
        std::vector<double> target;
        for (std::size_t run = 0; run < 12'000; ++run)
            target.push_back(5 * search.columns[2][run] - 2 * search.columns[4][run]);
        ImportanceOptions options;
        options.trees = 30;
        const Importance result = importanceOf(search.features(), target, options);
        QCOMPARE(result.n, std::size_t{12'000});
        QVERIFY(result.r2 > 0.9);
        QVERIFY(result.features[2].importance > 1.4 && result.features[2].importance < 2);
        QVERIFY(result.features[4].importance > 0.15 && result.features[4].importance < 0.4);
        QVERIFY(std::abs(result.features[0].importance) < 0.02);
    }

    /// A tree alone: its first split parts the target as well as can be, found by trying all.
    void bestSplit() {
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            const Split data(seed);
            std::vector<std::uint32_t> rows(Split::Runs);
            std::iota(rows.begin(), rows.end(), 0U);
            const std::vector<std::uint32_t> usable = {0, 1};
            Chance chance(seed);
            const RegressionTree tree =
                growTree(data.features, usable, data.target, rows, 2, Split::Leaf, chance);
            const RegressionTree::Node& root = tree.nodes().front();
            QVERIFY(root.feature >= 0);
            const auto& levels = data.features[static_cast<std::size_t>(root.feature)].levels;
            const double got =
                data.error([&](std::uint32_t run) { return root.goesLeft.test(levels[run]); });
            QVERIFY2(std::abs(got - data.leastError()) < 1e-9, qPrintable(QString::number(seed)));
        }
    }

    void stops() {
        Search search(1000, 50);
        std::stop_source source;
        source.request_stop();
        ImportanceOptions options;
        options.trees = 1'000'000;
        const Importance result =
            importanceOf(search.features(), search.columns[0], options, source.get_token());
        QVERIFY(result.features.size() <= 50);
    }

    void aThousandRunsOfFiftyParamsAreQuick() {
        Search search(1000, 50);
        std::vector<double> target;
        for (std::size_t run = 0; run < 1000; ++run)
            target.push_back(search.columns[0][run] * search.columns[1][run] + search.unit());
        // Of this program, however busy the machine: 0.3 s where it was measured.
        const std::clock_t begin = std::clock();
        QCOMPARE(importanceOf(search.features(), target).n, std::size_t{1000});
        QVERIFY((std::clock() - begin) / CLOCKS_PER_SEC < 5);
    }
};

QTEST_GUILESS_MAIN(TestImportance)
#include "tst_importance.moc"
