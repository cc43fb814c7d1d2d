// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/direction.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>

namespace podium::items {

using query::ColumnKind;
using query::Reduction;

namespace {

// Whole words only: "lossless" is no loss.
constexpr std::array<std::string_view, 30> LowerWords = {
    "loss",  "error", "err",     "mse",      "mae",    "rmse",        "rmsle",  "mape",
    "smape", "msle",  "logloss", "nll",      "ppl",    "perplexity",  "wer",    "cer",
    "fid",   "kl",    "latency", "duration", "memory", "ece",         "regret", "brier",
    "eer",   "time",  "cost",    "bpc",      "miss",   "crossentropy"};
constexpr std::array<std::string_view, 31> HigherWords = {
    "acc",    "accuracy",   "auc",    "auroc",  "auprc",  "f1",      "fbeta", "precision",
    "recall", "map",        "ndcg",   "mrr",    "bleu",   "rouge",   "iou",   "miou",
    "dice",   "r2",         "score",  "reward", "psnr",   "ssim",    "gini",  "mcc",
    "kappa",  "throughput", "return", "hits",   "meteor", "success", "roc"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool isWordChar(char c) {
    return (c >= 'a' && c <= 'z') || isUpper(c) || (c >= '0' && c <= '9');
}

Direction directionOf(const std::string& word) {
    if (std::ranges::find(LowerWords, word) != LowerWords.end())
        return Direction::Lower;
    if (std::ranges::find(HigherWords, word) != HigherWords.end())
        return Direction::Higher;
    return Direction::Unknown;
}

}  // namespace

Direction guessDirection(std::string_view metric) {
    Direction direction = Direction::Unknown;
    std::string word;
    const auto finish = [&] {
        if (const Direction found = directionOf(word); found != Direction::Unknown)
            direction = found;
        word.clear();
    };
    for (std::size_t i = 0; i < metric.size(); ++i) {
        const char c = metric[i];
        // "valLoss" is two words, "RMSE" one.
        const bool hump =
            i > 0 && isUpper(c) && isWordChar(metric[i - 1]) && !isUpper(metric[i - 1]);
        if (!isWordChar(c) || hump)
            finish();
        if (isWordChar(c))
            word += lower(c);
    }
    finish();
    return direction;
}

Direction columnDirection(const query::ColumnKey& key) {
    if (key.kind != ColumnKind::Metric || key.reduction == Reduction::Count ||
        key.reduction == Reduction::First) {
        return Direction::Unknown;
    }
    const Direction guess = guessDirection(key.key);
    if (guess != Direction::Unknown)
        return guess;
    if (key.reduction == Reduction::Min)
        return Direction::Lower;
    return key.reduction == Reduction::Max ? Direction::Higher : Direction::Unknown;
}

double bestValue(const query::NumberColumn& column, std::span<const std::uint32_t> rows,
                 Direction direction) {
    constexpr double Nothing = std::numeric_limits<double>::quiet_NaN();
    if (direction == Direction::Unknown)
        return Nothing;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const std::uint32_t row : rows) {
        const double value = column.values[row];
        if (!column.present.test(row) || !std::isfinite(value))
            continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (!(low < high))
        return Nothing;
    return direction == Direction::Lower ? low : high;
}

}  // namespace podium::items
