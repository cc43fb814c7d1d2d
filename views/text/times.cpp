// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text/text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace podium::views {

namespace {

constexpr base::Millis Second = 1000;
constexpr base::Millis Minute = 60 * Second;
constexpr base::Millis Hour = 60 * Minute;
constexpr base::Millis Day = 24 * Hour;

class Times {
    Q_DECLARE_TR_FUNCTIONS(Times)
public:
    static QString two(const QString& great, const QString& small, bool withSmall) {
        return withSmall ? great + QLatin1Char(' ') + small : great;
    }
    static QString duration(base::Millis ms) {
        if (ms < Second)
            return tr("%1 ms").arg(ms);
        if (ms < 10 * Second)
            return tr("%1 s").arg(QString::number(static_cast<double>(ms / 100) / 10));
        if (ms < Minute)
            return tr("%1 s").arg(ms / Second);
        if (ms < 10 * Minute)
            return two(tr("%1 min").arg(ms / Minute), tr("%1 s").arg(ms % Minute / Second),
                       ms % Minute >= Second);
        if (ms < Hour)
            return tr("%1 min").arg(ms / Minute);
        if (ms < Day)
            return two(tr("%1 h").arg(ms / Hour), tr("%1 min").arg(ms % Hour / Minute),
                       ms % Hour >= Minute);
        return two(tr("%1 d").arg(ms / Day), tr("%1 h").arg(ms % Day / Hour), ms % Day >= Hour);
    }
    static QString ago(base::Millis then, base::Millis now) {
        const base::Millis age = now - then;
        // Clocks of two machines differ a little; what is far in the future gets its date.
        if (age < -5 * Minute)
            return date(then);
        if (age < Minute)
            return tr("now");
        if (age < Hour)
            return tr("%1 min ago").arg(age / Minute);
        if (age < Day)
            return tr("%1 h ago").arg(age / Hour);
        if (age < 2 * Day)
            return tr("yesterday");
        if (age < 60 * Day)
            return tr("%1 d ago").arg(age / Day);
        return date(then);
    }
    static QString date(base::Millis time) {
        return QDateTime::fromMSecsSinceEpoch(time).date().toString(Qt::ISODate);
    }
};

}  // namespace

QString duration(base::Millis milliseconds) {
    return milliseconds < 0 ? QString() : Times::duration(milliseconds);
}

QString ago(base::Millis then, base::Millis now) {
    return Times::ago(then, now);
}

QString moment(base::Millis then, base::Millis now) {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(then);
    const bool today = time.date() == QDateTime::fromMSecsSinceEpoch(now).date();
    return today ? time.toString(QStringLiteral("HH:mm")) : time.date().toString(Qt::ISODate);
}

QString timestamp(base::Millis time) {
    return QDateTime::fromMSecsSinceEpoch(time).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

}  // namespace podium::views
