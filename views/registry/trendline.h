// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <cstdint>
#include <utility>
#include <vector>

namespace podium::views {

/// A metric over the versions of a model as a small line, oldest first, with a dot at the current
/// version. Of the UI thread.
class TrendLine : public QWidget {
    Q_OBJECT
public:
    explicit TrendLine(QWidget* parent = nullptr);

    /// Version and value, by version; values that are not finite are gaps.
    void setValues(const QString& metric, std::vector<std::pair<std::int64_t, double>> values);
    void setCurrent(std::int64_t version);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<std::pair<std::int64_t, double>> m_values;
    std::int64_t m_current = 0;
};

}  // namespace podium::views
