// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/match.h"

#include <QString>

#include <algorithm>

namespace podium::views {

namespace {

constexpr int AtStart = 100;
constexpr int AtWord = 60;
constexpr int Inside = 30;
constexpr int Letters = 5;

bool lettersInOrder(QStringView text, QStringView letters) {
    qsizetype at = 0;
    for (const QChar letter : letters) {
        at = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

int wordScore(QStringView text, QStringView word) {
    qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive);
    if (at == 0)
        return AtStart;
    int score = 0;
    while (at > 0) {
        if (!text[at - 1].isLetterOrNumber())
            return AtWord;
        score = Inside;
        at = text.indexOf(word, at + 1, Qt::CaseInsensitive);
    }
    if (score == 0 && word.size() > 1 && lettersInOrder(text, word))
        score = Letters;
    return score;
}

}  // namespace

int matchScore(QStringView text, QStringView query) {
    const auto words = query.trimmed().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return 1;
    int total = 0;
    for (const QStringView word : words) {
        const int score = wordScore(text, word);
        if (score == 0)
            return 0;
        total += score;
    }
    // Of two that match alike the shorter one is meant more often.
    const int shortness = static_cast<int>(std::max<qsizetype>(0, 40 - text.size()) / 8);
    return total + shortness;
}

}  // namespace podium::views
