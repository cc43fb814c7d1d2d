// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/registrybinding.h"
#include "session/reviewbook.h"

#include <QObject>
#include <QPointer>

namespace podium::views {
class AuditDialog;
class PolicyDialog;
class ReviewsPage;
}  // namespace podium::views

namespace podium::app {

/// Joins the reviews page, policies and the log of decisions to the registry and the outbox. Lives
/// as long as the window, on the UI thread.
class ReviewBinding : public QObject {
    Q_OBJECT
public:
    ReviewBinding(const RegistryParts& parts, RegistryBinding& registry, views::ReviewsPage& page);

    [[nodiscard]] session::ReviewBook& book() { return m_book; }

private:
    void wirePage();
    void wireAsking();
    void wireActions();
    void updateActions();
    void inboxChanged();
    void reviewChanged();
    void requestCame(const registry::InboxEntry& entry);
    void asked(const QString& model, qint64 version, const registry::Target& target);
    void decided(const session::TransitionDecision& decision);
    void refused(const session::TransitionDecision& decision, const base::Error& error);
    void told(registry::DraftFault fault);
    void compare(base::RunNo candidate, base::RunNo incumbent);
    void editPolicy();
    void decidePolicy(base::SourceNo source, const QString& model, const registry::Policy* policy);
    void showAudit();
    void loadAudit();
    void exportAudit(const QString& file, const std::vector<registry::AuditLine>& lines);
    void choosePackFile();
    void savePack(const QString& file);
    void writeFile(const QString& file, std::function<std::string()> content);
    [[nodiscard]] QString sourceName(const std::string& location) const;

    RegistryParts m_parts;
    RegistryBinding& m_registry;
    views::ReviewsPage& m_page;
    session::ReviewBook m_book;
    bool m_told = false;  // of a request that came, in the window's bar
    QPointer<views::PolicyDialog> m_policy;
    QPointer<views::AuditDialog> m_audit;
};

}  // namespace podium::app
