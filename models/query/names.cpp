// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/names.h"

#include "query/casefold.h"

#include <algorithm>
#include <array>
#include <utility>

namespace podium::query {

namespace {

using namespace std::string_view_literals;

struct Entity {
    std::string_view name;
    ColumnKind kind;
};

constexpr std::array Entities{Entity{"metrics"sv, ColumnKind::Metric},
                              Entity{"metric"sv, ColumnKind::Metric},
                              Entity{"params"sv, ColumnKind::Param},
                              Entity{"param"sv, ColumnKind::Param},
                              Entity{"parameters"sv, ColumnKind::Param},
                              Entity{"parameter"sv, ColumnKind::Param},
                              Entity{"tags"sv, ColumnKind::Tag},
                              Entity{"tag"sv, ColumnKind::Tag},
                              Entity{"attributes"sv, ColumnKind::Attribute},
                              Entity{"attribute"sv, ColumnKind::Attribute},
                              Entity{"attr"sv, ColumnKind::Attribute},
                              Entity{"run"sv, ColumnKind::Attribute},
                              Entity{"datasets"sv, ColumnKind::Dataset},
                              Entity{"dataset"sv, ColumnKind::Dataset}};

enum class Known { Everywhere, FiltersOnly, PodiumOnly };

struct AttributeName {
    std::string_view name;
    Attribute attribute;
    Known known;
};

constexpr std::array AttributeNames{
    AttributeName{"run_id"sv, Attribute::RunId, Known::Everywhere},
    AttributeName{"run_name"sv, Attribute::RunName, Known::Everywhere},
    AttributeName{"run name"sv, Attribute::RunName, Known::FiltersOnly},
    AttributeName{"Run name"sv, Attribute::RunName, Known::FiltersOnly},
    AttributeName{"Run Name"sv, Attribute::RunName, Known::FiltersOnly},
    AttributeName{"user_id"sv, Attribute::UserId, Known::Everywhere},
    AttributeName{"status"sv, Attribute::Status, Known::Everywhere},
    AttributeName{"artifact_uri"sv, Attribute::ArtifactUri, Known::Everywhere},
    AttributeName{"start_time"sv, Attribute::StartTime, Known::Everywhere},
    AttributeName{"created"sv, Attribute::StartTime, Known::Everywhere},
    AttributeName{"Created"sv, Attribute::StartTime, Known::Everywhere},
    AttributeName{"end_time"sv, Attribute::EndTime, Known::Everywhere},
    AttributeName{"started"sv, Attribute::StartTime, Known::PodiumOnly},
    AttributeName{"ended"sv, Attribute::EndTime, Known::PodiumOnly},
    AttributeName{"duration"sv, Attribute::Duration, Known::PodiumOnly},
    AttributeName{"experiment_id"sv, Attribute::ExperimentId, Known::PodiumOnly},
    AttributeName{"experiment_name"sv, Attribute::ExperimentName, Known::PodiumOnly},
    AttributeName{"experiment"sv, Attribute::ExperimentName, Known::PodiumOnly},
    AttributeName{"source"sv, Attribute::Source, Known::PodiumOnly},
    AttributeName{"lifecycle_stage"sv, Attribute::Lifecycle, Known::PodiumOnly},
};

struct ReductionName {
    std::string_view name;
    Reduction reduction;
};

constexpr std::array ReductionNames{ReductionName{"min"sv, Reduction::Min},
                                    ReductionName{"max"sv, Reduction::Max},
                                    ReductionName{"mean"sv, Reduction::Mean},
                                    ReductionName{"first"sv, Reduction::First},
                                    ReductionName{"last"sv, Reduction::Last},
                                    ReductionName{"count"sv, Reduction::Count},
                                    ReductionName{"best"sv, Reduction::Best},
                                    ReductionName{"mean_last"sv, Reduction::MeanLast},
                                    ReductionName{"at_step"sv, Reduction::AtStep},
                                    ReductionName{"at_best"sv, Reduction::AtBest},
                                    ReductionName{"time_to"sv, Reduction::TimeTo},
                                    ReductionName{"slope"sv, Reduction::Slope}};

struct FunctionName {
    std::string_view name;
    Value::Kind kind;
};

constexpr std::array FunctionNames{
    FunctionName{"abs"sv, Value::Kind::Abs}, FunctionName{"log"sv, Value::Kind::Log},
    FunctionName{"exp"sv, Value::Kind::Exp}, FunctionName{"sqrt"sv, Value::Kind::Sqrt},
    FunctionName{"min"sv, Value::Kind::Min}, FunctionName{"max"sv, Value::Kind::Max},
    FunctionName{"if"sv, Value::Kind::If}};

std::string_view without(std::string_view text, char quote) {
    if (text.size() >= 2 && text.front() == quote && text.back() == quote)
        return text.substr(1, text.size() - 2);
    return text;
}

/// MLflow takes off one pair of quotes, then one pair of back-ticks.
std::string_view bareKey(std::string_view key) {
    const std::string_view single = without(key, '\'');
    return without(single.size() != key.size() ? single : without(key, '"'), '`');
}

}  // namespace

std::string_view attributeName(Attribute attribute) {
    const auto* found =
        std::find_if(AttributeNames.begin(), AttributeNames.end(),
                     [=](const AttributeName& known) { return known.attribute == attribute; });
    return found == AttributeNames.end() ? std::string_view() : found->name;
}

std::string_view reductionName(Reduction reduction) {
    const auto* found =
        std::find_if(ReductionNames.begin(), ReductionNames.end(),
                     [=](const ReductionName& known) { return known.reduction == reduction; });
    return found == ReductionNames.end() ? std::string_view() : found->name;
}

std::optional<Reduction> reductionNamed(std::string_view name) {
    const std::string folded = foldCase(name);
    const auto* found =
        std::find_if(ReductionNames.begin(), ReductionNames.end(),
                     [&](const ReductionName& known) { return known.name == folded; });
    return found == ReductionNames.end() ? std::nullopt : std::optional(found->reduction);
}

ArgumentKind argumentKind(Reduction reduction) {
    switch (reduction) {
        case Reduction::MeanLast:
            return ArgumentKind::Count;
        case Reduction::AtStep:
            return ArgumentKind::Step;
        case Reduction::AtBest:
            return ArgumentKind::Metric;
        case Reduction::TimeTo:
            return ArgumentKind::Threshold;
        case Reduction::Slope:
            return ArgumentKind::OptionalCount;
        default:
            return ArgumentKind::None;
    }
}

std::optional<Value::Kind> functionNamed(std::string_view name) {
    const std::string folded = foldCase(name);
    const auto* found =
        std::find_if(FunctionNames.begin(), FunctionNames.end(),
                     [&](const FunctionName& known) { return known.name == folded; });
    return found == FunctionNames.end() ? std::nullopt : std::optional(found->kind);
}

bool isWhole(Attribute attribute) {
    return attribute == Attribute::StartTime || attribute == Attribute::EndTime ||
           attribute == Attribute::Duration;
}

std::optional<ColumnKind> entityKind(std::string_view entity) {
    const std::string_view bare = without(entity, '`');
    const auto* found = std::find_if(Entities.begin(), Entities.end(),
                                     [bare](const Entity& known) { return known.name == bare; });
    return found == Entities.end() ? std::nullopt : std::optional(found->kind);
}

std::variant<NamedColumn, NameProblem> columnNamed(std::string_view name, bool forOrder) {
    const std::size_t dot = name.find('.');
    const std::optional<ColumnKind> kind =
        dot == std::string_view::npos ? ColumnKind::Attribute : entityKind(name.substr(0, dot));
    if (!kind)
        return NameProblem::Entity;
    const std::string_view key =
        bareKey(dot == std::string_view::npos ? name : name.substr(dot + 1));
    switch (*kind) {
        case ColumnKind::Metric:
            return NamedColumn{metricColumn(std::string(key))};
        case ColumnKind::Param:
            return NamedColumn{paramColumn(std::string(key))};
        case ColumnKind::Tag:
            return NamedColumn{tagColumn(std::string(key))};
        case ColumnKind::Dataset:
            if (key != "name" && key != "digest" && key != "context")
                return NameProblem::DatasetField;
            return NamedColumn{datasetColumn(std::string(key))};
        case ColumnKind::Formula:
        case ColumnKind::Attribute:
            break;
    }
    const auto* found =
        std::find_if(AttributeNames.begin(), AttributeNames.end(),
                     [key](const AttributeName& known) { return known.name == key; });
    if (found == AttributeNames.end() || (forOrder && found->known == Known::FiltersOnly))
        return NameProblem::Attribute;
    return NamedColumn{attributeColumn(found->attribute), found->known != Known::PodiumOnly,
                       isWhole(found->attribute)};
}

}  // namespace podium::query
