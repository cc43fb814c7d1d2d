// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/sqlstore/runwork.h"

#include <algorithm>
#include <memory>
#include <tuple>

/// The part of RunReader for datasets and models that went into runs and came out.
namespace podium::stores::sqlstore {

using base::Result;

namespace {

constexpr std::size_t ShelfLimit = 2000;

}  // namespace

Result<void> RunReader::readDatasetInputs(Work& work) {
    struct Link {
        std::size_t place;
        std::string dataset;
        std::string input;
    };
    std::vector<Link> links;
    std::vector<std::string> wanted;
    PODIUM_TRY(void, eachOf(m_datasetInputs, work.ids, [&](const sql::Statement& row) {
                   const auto place = work.placeOf(row);
                   if (!place)
                       return;
                   links.push_back({*place, textAt(row, 1), textAt(row, 2)});
                   wanted.push_back(links.back().dataset);
               }));
    if (links.empty())
        return {};
    PODIUM_TRY(void, fetchDatasets(wanted));
    for (Link& link : links) {
        const auto dataset = m_shelf.find(link.dataset);
        domain::DatasetInput input;
        if (dataset != m_shelf.end() && dataset->second)
            input.dataset = *dataset->second;
        RowHash hash(InputKind);
        hash.add(link.dataset).add(input.dataset.name).add(input.dataset.digest);
        work.hashes[link.place] += hash.value();
        auto& list = work.runs[link.place].run.datasetInputs;
        work.inputs[std::move(link.input)] = {link.place, list.size()};
        list.push_back(std::move(input));
    }
    PODIUM_TRY(void, readInputTags(work));
    for (ReadRun& entry : work.runs)
        std::ranges::sort(entry.run.datasetInputs, {}, [](const domain::DatasetInput& input) {
            return std::tie(input.dataset.name, input.dataset.digest);
        });
    return {};
}

Result<void> RunReader::readInputTags(Work& work) {
    std::vector<std::string> ids;
    for (const auto& [id, place] : work.inputs)
        ids.push_back(id);
    PODIUM_TRY(void, eachOf(m_inputTags, jsonList(ids), [&](const sql::Statement& row) {
                   const auto input = work.inputs.find(std::string(row.text(0)));
                   if (input == work.inputs.end())
                       return;
                   const auto [place, index] = input->second;
                   domain::Tag tag{textAt(row, 1), textAt(row, 2)};
                   work.hashes[place] += RowHash(InputTagKind).add(tag.key).add(tag.value).value();
                   work.runs[place].run.datasetInputs[index].tags.push_back(std::move(tag));
               }));
    for (ReadRun& entry : work.runs) {
        for (domain::DatasetInput& input : entry.run.datasetInputs)
            sortByKey(input.tags);
    }
    return {};
}

/// Datasets are shared by many runs and carry long schemas: they are kept for the next ones.
Result<void> RunReader::fetchDatasets(const std::vector<std::string>& ids) {
    if (m_shelf.size() > ShelfLimit)
        m_shelf.clear();
    std::vector<std::string> missing;
    for (const std::string& id : ids) {
        if (m_shelf.try_emplace(id).second)
            missing.push_back(id);
    }
    if (missing.empty())
        return {};
    const Result<void> read = eachOf(m_datasets, jsonList(missing), [&](const sql::Statement& row) {
        m_shelf[std::string(row.text(0))] = std::make_shared<domain::Dataset>(
            domain::Dataset{textAt(row, 1), textAt(row, 2), textAt(row, 3), textAt(row, 4),
                            textAt(row, 5), textAt(row, 6)});
    });
    if (!read.ok())
        m_shelf.clear();
    return read;
}

/// For models the run is the source, whichever way the data went.
Result<void> RunReader::readModelLinks(Work& work) {
    PODIUM_TRY(
        void, eachOf(m_modelLinks, work.ids, [&](const sql::Statement& row) {
            const auto place = work.placeOf(row);
            if (!place)
                return;
            domain::Run& run = work.runs[*place].run;
            if (row.text(2) == "MODEL_INPUT")
                run.modelInputs.push_back(textAt(row, 1));
            else if (row.text(2) == "MODEL_OUTPUT")
                run.modelOutputs.push_back({textAt(row, 1), row.integer(3)});
            work.hashes[*place] +=
                RowHash(LinkKind).add(row.text(1)).add(row.text(2)).add(row.integer(3)).value();
        }));
    for (ReadRun& entry : work.runs) {
        std::ranges::sort(entry.run.modelInputs);
        std::ranges::sort(entry.run.modelOutputs, {}, &domain::ModelOutput::modelId);
    }
    return {};
}

}  // namespace podium::stores::sqlstore
