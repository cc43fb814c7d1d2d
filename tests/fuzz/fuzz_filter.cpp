// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a filter, as an order and as what stands in a search field: no crash, and positions
// inside the text.
#include "query/completion.h"
#include "query/formula.h"
#include "query/query.h"
#include "query/sort.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace podium::query;

namespace {

Frame sampleFrame() {
    Frame frame(std::vector<podium::base::RunNo>{{1}, {2}, {3}});
    TextColumnBuilder names(3);
    names.set(0, "resnet-50");
    names.set(2, "gr\xC3\xBCn\n");
    frame.set(attributeColumn(Attribute::RunName), std::make_shared<const Column>(names.take()));
    NumberColumn losses{{0.5, 0, -1}, Bitmap(3, true)};
    losses.present.reset(1);
    frame.set(metricColumn("a"), std::make_shared<const Column>(std::move(losses)));
    frame.set(datasetColumn("name"),
              std::make_shared<const Column>(TextListColumn{{0, 1, 1, 3}, {"x", "y", "Z"}}));
    return frame;
}

void require(bool holds) {
    if (!holds)
        std::abort();
}

void checkFilter(const std::string& text, const Frame& frame) {
    const auto filter = parseFilter(text);
    if (filter.ok()) {
        require(evaluate(filter.value(), frame).size() == frame.rows());
        // What is written for MLflow means the same.
        if (const auto written = mlflowText(filter.value())) {
            const auto again = parseFilter(*written);
            require(again.ok() &&
                    evaluate(again.value(), frame) == evaluate(filter.value(), frame));
        }
        return;
    }
    const auto& args = filter.error().args;
    require(std::stoull(args.at(0)) + std::stoull(args.at(1)) <= text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Frame frame = sampleFrame();
    const std::string text(data, data + size);
    checkFilter(text, frame);
    const auto formula = parseFormula(text);
    if (formula.ok()) {
        require(formula.value().values(frame).values.size() == frame.rows());
    } else {
        const auto& args = formula.error().args;
        require(std::stoull(args.at(0)) + std::stoull(args.at(1)) <= text.size());
    }

    const std::vector<std::string> clauses{text};
    const auto order = parseOrder(clauses);
    if (order.ok())
        require(sortRows(frame, allRows(frame), order.value()).size() == frame.rows());

    std::size_t end = 0;
    for (const Span& span : tokens(text)) {
        require(span.position >= end && span.position + span.length <= text.size());
        end = span.position + span.length;
    }
    KeyCatalog catalog;
    catalog.metrics = {"a", "train/loss"};
    const Completion completion = complete(text, size == 0 ? 0 : data[0] % (size + 1), catalog);
    require(completion.begin <= completion.end && completion.end <= text.size());
    return 0;
}
