// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "session/registrybook.h"
#include "session/versionfiles.h"
#include "views/widgets/keyvaluemodel.h"

#include <QVector>

namespace podium::views {

/// The link of a version's source run.
inline constexpr char16_t SourceRunLink[] = u"source-run";

/// "ready", "pending", "failed"; an unknown status stays as it is.
[[nodiscard]] QString versionStatusText(const std::string& status);

/// What is known of a version: source run, places, times, aliases, tags. `editable`: its tags may
/// be edited. Events of approvals among its tags are left out: they are shown as what they are.
[[nodiscard]] QVector<KeyValueGroup> versionGroups(const session::ModelEntry& entry,
                                                   const session::ModelEntry::Version& version,
                                                   base::Millis now, bool editable = false);

/// What the model takes and gives, by its MLmodel file; words where there is no signature or the
/// files can't be read. nullptr: they are being looked at.
[[nodiscard]] QVector<KeyValueGroup> signatureGroups(const session::VersionFiles* files);
/// The packages it needs, and the Python it was made with.
[[nodiscard]] QVector<KeyValueGroup> requirementGroups(const session::VersionFiles* files);

/// In which stages it was and which aliases it had, as reads of its store saw it.
[[nodiscard]] QVector<KeyValueGroup> historyGroups(const session::VersionFiles* files,
                                                   base::Millis now);

/// Tags, of a version or a model, but for events of requests, policies and a prompt's text: those
/// are shown as what they are. What makes a prompt what it is can't be edited.
[[nodiscard]] KeyValueGroup tagGroup(const std::vector<domain::Tag>& tags, bool editable);

}  // namespace podium::views
