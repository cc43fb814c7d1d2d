// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/metricfile.h"

#include "base/utf8.h"
#include "stores/filestore/metriclines.h"

#include <unistd.h>
#include <algorithm>
#include <cerrno>

namespace podium::stores::filestore {

namespace {

using base::ErrorCode;

/// A file without one good line up to here is no metric file, however long it goes on.
constexpr std::int64_t HopelessAfter = 4LL * 1024 * 1024;
/// Room for points is made in advance up to this many; an untrue file size costs no more.
constexpr std::size_t MaxReserve = 1UL << 20U;
constexpr std::size_t UsualLine = 24;

void reportLines(FolderReader& folder, std::string_view path, const LineCutter& cutter,
                 bool hopeless) {
    const auto& bad = cutter.firstBad();
    for (std::size_t i = 0; i < bad.size(); ++i) {
        std::string reason = "not a metric line";
        const std::int64_t more = cutter.badLines() - static_cast<std::int64_t>(bad.size());
        if (i + 1 == bad.size() && more > 0)
            reason += "; " + std::to_string(more) + " more follow";
        if (i + 1 == bad.size() && hopeless)
            reason += "; the rest was not read";
        folder.problem(ErrorCode::MetricLineInvalid, path,
                       {std::to_string(bad[i]), std::move(reason)});
    }
}

/// Feeds a file to `take(line)`, which says whether the line was good.
template <typename Take>
void readLines(FolderReader& folder, Opened& file, std::string_view path, bool growing,
               const std::stop_token& stop, Take&& take) {
    auto& block = folder.scratch().block;
    LineCutter cutter;
    std::int64_t total = 0;
    bool hopeless = false;
    bool ended = false;
    while (!ended && !hopeless && !stop.stop_requested()) {
        const auto got = ::read(file.fd.get(), block.data(), block.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            folder.problem(ErrorCode::ReadFailed, path, {base::systemReason(errno)});
            break;
        }
        total += got;
        // What is appended from now on changes the file's size and is read the next time.
        ended = got == 0 || total == file.status.st_size;
        cutter.feed(std::string_view(block.data(), static_cast<std::size_t>(got)), take);
        hopeless = total >= HopelessAfter && cutter.badLines() == cutter.lines();
    }
    folder.scratch().bytes += total;
    if (ended && !growing)
        cutter.acceptUnfinished(take);
    if (hopeless && cutter.lines() == 0)
        folder.problem(ErrorCode::MetricLineInvalid, path,
                       {"1", "not a metric line; the rest was not read"});
    reportLines(folder, path, cutter, hopeless);
    if (ended && total == 0 && !growing)
        folder.problem(ErrorCode::MetricFileEmpty, path);
}

}  // namespace

void readRunMetric(FolderReader& folder, Opened& file, std::string_view path, bool growing,
                   const std::stop_token& stop, domain::Metric& metric) {
    const auto size = static_cast<std::size_t>(std::max<off_t>(file.status.st_size, 0));
    std::vector<domain::MetricPoint>& points = metric.points;
    points.reserve(std::min(size / UsualLine + 1, MaxReserve));
    readLines(folder, file, path, growing, stop, [&](std::string_view line) {
        bool withDataset = false;
        const auto point = parseRunLine(line, &withDataset);
        if (point && withDataset)
            metric.withDataset.push_back(static_cast<std::uint32_t>(points.size()));
        if (point)
            points.push_back(*point);
        return point.has_value();
    });
}

void readModelMetric(FolderReader& folder, Opened& file, const std::string& key,
                     std::string_view path, const std::stop_token& stop,
                     std::vector<domain::ModelMetric>& metrics) {
    const auto first = static_cast<std::ptrdiff_t>(metrics.size());
    readLines(folder, file, path, false, stop, [&](std::string_view line) {
        const auto parsed = parseModelLine(line);
        if (!parsed)
            return false;
        const std::string name = base::toUtf8(parsed->datasetName);
        const std::string digest = base::toUtf8(parsed->datasetDigest);
        const auto shown =
            std::find_if(metrics.begin() + first, metrics.end(), [&](const auto& metric) {
                return metric.datasetName == name && metric.datasetDigest == digest;
            });
        if (shown == metrics.end()) {
            metrics.push_back({key, parsed->point, base::toUtf8(parsed->runId), name, digest});
        } else if (domain::isLater(parsed->point, shown->point)) {
            shown->point = parsed->point;
            shown->runId = base::toUtf8(parsed->runId);
        }
        return true;
    });
}

}  // namespace podium::stores::filestore
