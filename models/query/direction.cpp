// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/direction.h"

#include <algorithm>
#include <array>
#include <string>

namespace podium::query {

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

}  // namespace podium::query
