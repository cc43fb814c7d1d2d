// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace podium::bench {

/// What was asked for on the command line; a suite takes what it needs.
struct Options {
    std::string suite;
    int runs = 10'000;
    int metrics = 20;
    int params = 20;
    int tags = 10;
    int columns = 10;
    int series = 100;
    int points = 100'000;
    int width = 1600;
    int height = 900;
    int repetitions = 5;
    unsigned threads = 8;
    bool oneLine = false;
    std::filesystem::path folder;  // for stores and caches; kept if it was named
};

/// Milliseconds that a piece of work takes.
[[nodiscard]] double timed(const std::function<void()>& work);

/// Times of one thing over the repetitions.
class Samples {
public:
    void add(double milliseconds) { m_times.push_back(milliseconds); }
    [[nodiscard]] double median() const;
    [[nodiscard]] double worst() const;
    /// {"median_ms", "least_ms", "worst_ms"}; the least tells most where others use the machine,
    /// too.
    [[nodiscard]] nlohmann::json json() const;

private:
    std::vector<double> m_times;
};

/// {"figure", "floor", "ratio"}: medians against each other.
[[nodiscard]] nlohmann::json against(const Samples& figure, const Samples& floor);

/// Memory of this process that is in use, in bytes.
[[nodiscard]] std::int64_t residentBytes();

/// Ends the program with words; a benchmark has nobody to hand an error to.
[[noreturn]] void fail(const std::string& words);

nlohmann::json benchSync(const Options& options);
nlohmann::json benchResync(const Options& options);
nlohmann::json benchSql(const Options& options);
nlohmann::json benchRest(const Options& options);
nlohmann::json benchOpen(const Options& options);
nlohmann::json benchTable(const Options& options);
nlohmann::json benchSearch(const Options& options);
nlohmann::json benchMemory(const Options& options);
/// The list of columns with `metrics` metric names.
nlohmann::json benchColumns(const Options& options);
nlohmann::json benchStart(const Options& options);
/// First screen and middle of files of 1 GB.
nlohmann::json benchPreview(const Options& options);

}  // namespace podium::bench
