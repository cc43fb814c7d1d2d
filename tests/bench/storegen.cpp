// SPDX-License-Identifier: GPL-3.0-or-later
#include "storegen.h"

#include "measure.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>

namespace podium::bench {

namespace {

constexpr base::Millis Start = 1'700'000'000'000;
constexpr int UsualMetrics = 20;

std::string numberText(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.6g", value);
    return text.data();
}

void writeFile(const std::string& path, const std::string& content) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0 ||
        ::write(file, content.data(), content.size()) != static_cast<ssize_t>(content.size()))
        fail("can't write " + path);
    ::close(file);
}

void writeValues(const std::string& folder, const std::vector<domain::KeyValue>& values) {
    ::mkdir(folder.c_str(), 0755);
    for (const domain::KeyValue& value : values)
        writeFile(folder + "/" + value.key, value.value);
}

void writeRun(const std::string& experiment, const domain::Run& run) {
    const std::string folder = experiment + "/" + run.runId;
    ::mkdir(folder.c_str(), 0755);
    ::mkdir((folder + "/artifacts").c_str(), 0755);
    writeFile(folder + "/meta.yaml",
              "artifact_uri: file:///lab/mlruns/1/" + run.runId +
                  "/artifacts\nend_time: " + std::to_string(*run.endTime) +
                  "\nentry_point_name: ''\nexperiment_id: '1'\nlifecycle_stage: active\nrun_id: " +
                  run.runId + "\nrun_name: " + run.runName + "\nrun_uuid: " + run.runId +
                  "\nsource_name: ''\nsource_type: 4\nsource_version: ''\nstart_time: " +
                  std::to_string(*run.startTime) + "\nstatus: 3\ntags: []\nuser_id: someone\n");
    writeValues(folder + "/params", run.params);
    writeValues(folder + "/tags", run.tags);
    ::mkdir((folder + "/metrics").c_str(), 0755);
    for (const domain::Metric& metric : run.metrics) {
        std::string lines;
        for (const domain::MetricPoint& point : metric.points)
            lines += std::to_string(point.timestamp) + " " + numberText(point.value) + " " +
                     std::to_string(point.step) + "\n";
        writeFile(folder + "/metrics/" + metric.key, lines);
    }
}

std::string describe(const StoreShape& shape) {
    std::string text;
    for (const int number : {shape.runs, shape.params, shape.metrics, shape.points, shape.tags})
        text += std::to_string(number) + " ";
    return text;
}

}  // namespace

domain::Run madeUpRun(int number, const StoreShape& shape) {
    std::mt19937 random(static_cast<unsigned>(number) + 1U);
    std::uniform_real_distribution<double> uniform(0, 1);
    domain::Run run;
    std::array<char, 40> id{};
    std::snprintf(id.data(), id.size(), "%08x%08x%08x%08x", static_cast<unsigned>(random()),
                  static_cast<unsigned>(random()), static_cast<unsigned>(random()),
                  static_cast<unsigned>(number));
    run.runId = id.data();
    run.runName = "run-" + std::to_string(number);
    run.experimentId = "1";
    run.userId = "someone";
    run.status = domain::RunStatus::Finished;
    run.startTime = Start + number * 60'000LL;
    run.endTime = *run.startTime + 50'000 + static_cast<int>(random() % 9000);
    run.artifactUri = "file:///lab/mlruns/1/" + run.runId + "/artifacts";
    run.folder = "1/" + run.runId;
    for (int i = 0; i < shape.params; ++i)
        run.params.push_back(
            {"param_" + std::to_string(i),
             i % 4 == 0 ? "choice-" + std::to_string(random() % 8) : numberText(uniform(random))});
    for (int i = 0; i < shape.tags; ++i)
        run.tags.push_back({"tag_" + std::to_string(i), "value-" + std::to_string(random() % 100)});
    for (int i = 0; i < shape.metrics; ++i) {
        // Behind the usual ones come those that are logged once, diverged or are not there.
        const bool rare = i >= UsualMetrics;
        if (rare && (number + i) % 10 == 3)
            continue;
        domain::Metric& metric = run.metrics.emplace_back();
        metric.key = "metric_" + std::to_string(i);
        for (int step = 0; step < (rare ? 1 : shape.points); ++step)
            metric.points.push_back({uniform(random), *run.startTime + step * 1000LL, step});
        if (rare && (number + i) % 20 == 0)
            metric.points.back().value = std::nan("");
    }
    return run;
}

void makeFileStore(const std::filesystem::path& root, const StoreShape& shape) {
    const std::filesystem::path mark = root / ".shape";
    std::string there;
    std::getline(std::ifstream(mark), there);
    if (there == describe(shape))
        return;
    if (std::filesystem::exists(root / "1"))
        fail(root.string() + " is not empty and no store of this shape");
    const std::string experiment = (root / "1").string();
    std::filesystem::create_directories(experiment);
    writeFile(experiment + "/meta.yaml",
              "artifact_location: file:///lab/mlruns/1\ncreation_time: 1700000000000\n"
              "experiment_id: '1'\nlast_update_time: 1700000000000\nlifecycle_stage: active\n"
              "name: made up\n");
    for (int i = 0; i < shape.runs; ++i)
        writeRun(experiment, madeUpRun(i, shape));
    std::ofstream(mark) << describe(shape) << "\n";
}

void fillCache(cache::Cache& cache, const StoreShape& shape) {
    const base::Result<void> stored =
        cache.writer().run([&](cache::Writer& writer) -> base::Result<void> {
            const auto source = writer.addSource("filestore", "/lab", "/lab", "lab", Start);
            PODIUM_TRY(void, source);
            domain::Experiment experiment;
            experiment.experimentId = "1";
            experiment.name = "made up";
            const auto experimentNo = writer.putExperiment(source.value(), experiment);
            PODIUM_TRY(void, experimentNo);
            for (int i = 0; i < shape.runs; ++i) {
                const auto encoded = cache::encodeRun(madeUpRun(i, shape), 1, writer.names());
                PODIUM_TRY(void, writer.putRun(experimentNo.value(), {}, encoded));
            }
            return {};
        });
    if (!stored.ok())
        fail("can't fill the cache");
}

}  // namespace podium::bench
