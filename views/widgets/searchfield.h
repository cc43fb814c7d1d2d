// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/completionpopup.h"
#include "views/widgets/filteredit.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QToolButton;

namespace podium::views {

/// The filter line: coloured text, a live count, completion, and a fault underlined at its place
/// with the words below it. It knows no grammar: its owner gives spans, fault and completions for
/// the text that filterEdited() tells.
class SearchField : public QWidget {
    Q_OBJECT
public:
    /// How long after a key a filter is told that is not whole: nobody wants to read what is wrong
    /// with half a word.
    static constexpr int DebounceMs = 120;

    explicit SearchField(QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    /// Puts a filter in as if typed and told; nothing happens if it stands there already.
    void setText(const QString& text);
    void setPlaceholderText(const QString& text);

    /// Spans count for the text they were made for; those of an older text are ignored.
    void setSpans(const QString& forText, const QVector<Span>& spans);
    /// Underlines a fault and says it below the field while this has the focus, in the tool tip
    /// always.
    void setFault(int start, int length, const QString& words);
    void clearFault();
    [[nodiscard]] QString faultText() const { return m_faultText; }

    /// Words at the end of the field: "212 of 1 204".
    void setCountText(const QString& text);
    /// More words, e.g. "MLflow's own server would refuse this filter"; a sign with a tool tip.
    void setNote(const QString& words);

    /// Says of a text that it is whole; such a text is told at once, others when a person pauses.
    using WholeTest = std::function<bool(const QString& text)>;
    void setWholeTest(WholeTest isWhole) { m_isWhole = std::move(isWhole); }
    void setCompletionProvider(CompletionProvider provider);
    /// Asks the provider again if completions are shown or nothing else was found for them.
    void refreshCompletions();
    /// Focus, with all text selected.
    void focusAll();
    [[nodiscard]] FilterEdit* edit() const { return m_edit; }

Q_SIGNALS:
    /// The text has changed: at once when it is whole or was cleared, else when it has stayed so
    /// for DebounceMs.
    void filterEdited(const QString& text);
    /// Enter was pressed.
    void filterAccepted(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    bool keyPressed(int key);
    void textEdited();
    void tell();
    void offerCompletions();
    void takeCompletion();
    void hidePopup();
    void placeFaultLabel();
    void restyle();

    QLabel* m_icon;
    FilterEdit* m_edit;
    QLabel* m_note;
    QLabel* m_count;
    QToolButton* m_clear;
    QPointer<CompletionPopup> m_popup;
    QPointer<QLabel> m_faultLabel;
    CompletionProvider m_provider;
    WholeTest m_isWhole;
    QTimer m_debounce;
    QString m_told;
    bool m_offering = false;  // a person types; more completions are welcome
    QString m_faultText;
    QString m_noteText;
};

}  // namespace podium::views
