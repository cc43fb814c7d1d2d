// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artifacts/textdiff.h"

#include <QImage>
#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QSlider;
class QTableView;

namespace podium::views {

/// The pixels in which two pictures differ: the greatest difference of a channel, from transparent
/// to opaque; of the smaller size both have, the rest counts as different. For workers. Null where
/// there is no difference.
[[nodiscard]] QImage differenceOf(const QImage& left, const QImage& right, const QColor& colour);

/// Two texts side by side with what differs marked inside the lines. Lives on the UI thread.
class TextDiffView : public QWidget {
    Q_OBJECT
public:
    TextDiffView(std::shared_ptr<const artifacts::TextDiff> diff, const QString& left,
                 const QString& right, QWidget* parent = nullptr);
    /// Goes to the next row that differs, or the one before.
    void next(bool backward);

private:
    std::shared_ptr<const artifacts::TextDiff> m_diff;
    QTableView* m_view;
};

/// Two pictures: side by side, one over the other with a slider, in turns, or where they differ.
class PictureDiffView : public QWidget {
    Q_OBJECT
public:
    enum class Mode { Beside, Slider, Flicker, Difference };
    PictureDiffView(QImage left, QImage right, QImage difference, const QString& leftTitle,
                    const QString& rightTitle, QWidget* parent = nullptr);
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    [[nodiscard]] QRect canvas() const;

    QImage m_left, m_right, m_difference;
    QString m_leftTitle, m_rightTitle;
    Mode m_mode = Mode::Beside;
    QComboBox* m_modes;
    QSlider* m_slider;
    QLabel* m_about;
    int m_timer = 0;
    bool m_showsRight = false;
};

}  // namespace podium::views
