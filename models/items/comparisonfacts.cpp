// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/comparisonfacts.h"

#include "items/cell.h"

#include <array>
#include <cmath>
#include <map>

namespace podium::items {

using session::ComparedFile;
using session::ComparedModel;
using session::ComparedRun;
using session::ComparedRuns;

namespace {

constexpr std::string_view GitPrefix = "mlflow.source.git.";
constexpr std::size_t ShownHash = 12;

/// Collects cells by key; a map keeps keys sorted and each row once.
class Rows {
public:
    Rows(std::vector<CompareRow>& out, CompareSection section, std::size_t runs)
        : m_out(out), m_section(section), m_runs(runs) {}
    ~Rows() {
        for (auto& [name, row] : m_rows)
            m_out.push_back(std::move(row));
    }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    void add(std::size_t run, std::string_view key, std::string_view text,
             MetricPart part = MetricPart::None, Direction direction = Direction::Unknown) {
        CompareRow& row = m_rows[{std::string(key), part}];
        if (row.cells.empty()) {
            row.section = m_section;
            row.part = part;
            row.direction = direction;
            row.key = key;
            row.cells.resize(m_runs);
        }
        CompareCell& cell = row.cells[run];
        // Two things of one name in one run, e.g. a dataset used twice.
        if (!cell.missing && cell.text != text)
            cell.text += ", " + std::string(text);
        else
            cell.text = text;
        cell.missing = false;
        const bool numeric = m_section == CompareSection::Params ||
                             m_section == CompareSection::Metrics ||
                             m_section == CompareSection::Tags;
        cell.number = numeric ? wholeNumber(cell.text) : std::nullopt;
    }

    void addNumber(std::size_t run, std::string_view key, double value, MetricPart part,
                   Direction direction) {
        add(run, key, numberText(value), part, direction);
        m_rows[{std::string(key), part}].cells[run].number = value;
    }

private:
    std::vector<CompareRow>& m_out;
    CompareSection m_section;
    std::size_t m_runs;
    std::map<std::pair<std::string, MetricPart>, CompareRow> m_rows;
};

/// A run with its place in the row.
template <typename Visit>
void eachRun(const ComparedRuns& compared, const std::vector<std::size_t>& runs, Visit visit) {
    for (std::size_t place = 0; place < runs.size(); ++place)
        visit(place, compared.runs[runs[place]]);
}

void addMetrics(const ComparedRuns& compared, const std::vector<std::size_t>& runs, Rows& rows) {
    eachRun(compared, runs, [&](std::size_t place, const ComparedRun& run) {
        for (const cache::ReducedMetric& metric : run.details.metrics) {
            const series::Reductions& values = metric.reductions;
            const Direction direction = guessDirection(metric.key);
            rows.addNumber(place, metric.key, values.last.value, MetricPart::Last, direction);
            if (direction != Direction::Unknown && values.count > 1)
                rows.addNumber(place, metric.key,
                               direction == Direction::Lower ? values.min : values.max,
                               MetricPart::Best, direction);
        }
    });
    const std::size_t count = compared.runs.size();
    for (const auto& [metric, distances] : compared.distances) {
        for (std::size_t place = 1; place < runs.size(); ++place) {
            const double distance = distances[runs.front() * count + runs[place]];
            if (std::isnan(distance))
                continue;
            rows.addNumber(0, metric, 0, MetricPart::Curve, Direction::Unknown);
            rows.addNumber(place, metric, distance, MetricPart::Curve, Direction::Unknown);
        }
    }
}

void addGit(std::size_t place, const domain::Run& run, Rows& rows) {
    for (const domain::Tag& tag : run.tags) {
        if (tag.key.starts_with(GitPrefix))
            rows.add(place, tag.key.substr(GitPrefix.size()), tag.value);
        else if (tag.key == "mlflow.source.name")
            rows.add(place, "source", tag.value);
    }
}

void addDatasets(std::size_t place, const domain::Run& run, Rows& rows) {
    for (const domain::DatasetInput& input : run.datasetInputs) {
        const std::string* role = domain::find(input.tags, "mlflow.data.context");
        const std::string key =
            input.dataset.name + (role != nullptr && !role->empty() ? " (" + *role + ')' : "");
        rows.add(place, key, input.dataset.digest);
        rows.add(place, key + " source", input.dataset.source);
        if (!input.dataset.profile.empty())
            rows.add(place, key + " profile", input.dataset.profile);
    }
}

void addSignature(std::size_t place, const ComparedRun& run, Rows& rows) {
    for (const ComparedModel& model : run.models) {
        const std::string prefix = model.name.empty() ? std::string() : model.name + ": ";
        const artifacts::ModelFacts& facts = model.facts;
        for (const auto& [name, value] :
             {std::pair("flavors", facts.flavors), std::pair("inputs", facts.inputs),
              std::pair("outputs", facts.outputs), std::pair("params", facts.params),
              std::pair("mlflow_version", facts.mlflowVersion)}) {
            if (!value.empty())
                rows.add(place, prefix + name, value);
        }
    }
}

std::string fileText(const ComparedFile& file) {
    const std::string size = std::to_string(file.size) + " B";
    return file.sha256.empty() ? size : size + " sha256 " + file.sha256.substr(0, ShownHash);
}

}  // namespace

std::vector<CompareRow> comparisonFacts(const ComparedRuns& compared,
                                        const std::vector<std::size_t>& runs) {
    std::vector<CompareRow> out;
    const auto section = [&](CompareSection which, const auto& add) {
        Rows rows(out, which, runs.size());
        eachRun(compared, runs,
                [&](std::size_t place, const ComparedRun& run) { add(place, run, rows); });
    };
    section(CompareSection::Params, [](std::size_t place, const ComparedRun& run, Rows& rows) {
        for (const domain::Param& param : run.details.run.params)
            rows.add(place, param.key, param.value);
    });
    {
        Rows rows(out, CompareSection::Metrics, runs.size());
        addMetrics(compared, runs, rows);
    }
    section(CompareSection::Tags, [](std::size_t place, const ComparedRun& run, Rows& rows) {
        for (const domain::Tag& tag : run.details.run.tags)
            rows.add(place, tag.key, tag.value);
    });
    section(CompareSection::Environment, [](std::size_t place, const ComparedRun& run, Rows& rows) {
        for (const auto& [name, version] : run.packages)
            rows.add(place, name, version.empty() ? "*" : version);
    });
    section(CompareSection::Git, [](std::size_t place, const ComparedRun& run, Rows& rows) {
        addGit(place, run.details.run, rows);
    });
    section(CompareSection::Datasets, [](std::size_t place, const ComparedRun& run, Rows& rows) {
        addDatasets(place, run.details.run, rows);
    });
    section(CompareSection::Signature, [](std::size_t place, const ComparedRun& run, Rows& rows) {
        addSignature(place, run, rows);
    });
    section(CompareSection::Artifacts, [](std::size_t place, const ComparedRun& run, Rows& rows) {
        for (const ComparedFile& file : run.files)
            rows.add(place, file.path, fileText(file));
    });
    return out;
}

}  // namespace podium::items
