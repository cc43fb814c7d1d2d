// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QMap>
#include <QString>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace podium::views {

/// Whose tag is entered.
struct TagSubject {
    QString name;              // of the first run
    int runs = 0;              // that get the tag
    int selected = 0;          // in all: more than a dialog can change are told
    QMap<QString, int> known;  // keys of their tags, and how many runs have each
    QString words = {};        // of what is no run: a sentence that says where the tag goes
};

/// A tag's key and value, looked at as MLflow would while they are typed. Deletes itself when
/// closed.
class TagDialog : public QDialog {
    Q_OBJECT
public:
    TagDialog(const TagSubject& subject, QWidget* parent);

    /// Another value for a tag that is there.
    void edit(const QString& key, const QString& value);

Q_SIGNALS:
    void tagEntered(const QString& key, const QString& value);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void check();
    void enter();

    TagSubject m_subject;
    QLineEdit* m_key;
    QPlainTextEdit* m_value;
    QLabel* m_note;
    QPushButton* m_save;
};

/// A run's name. Deletes itself when closed.
class NameDialog : public QDialog {
    Q_OBJECT
public:
    NameDialog(const QString& name, QWidget* parent);

Q_SIGNALS:
    void nameEntered(const QString& name);

private:
    void check();

    QLineEdit* m_name;
    QLabel* m_note;
    QPushButton* m_save;
};

}  // namespace podium::views
