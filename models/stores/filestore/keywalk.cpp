// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/keywalk.h"

#include <fcntl.h>

namespace podium::stores::filestore {

bool statItem(const WalkItem& item, struct stat& status) {
    if (item.target != nullptr && item.target->state == OpenState::Ok) {
        status = item.target->status;
        return true;
    }
    return ::fstatat(item.dir, item.name, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

bool statFile(const Opener& opener, int dir, const char* name, struct stat& status) {
    if (::fstatat(dir, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return false;
    if (S_ISLNK(status.st_mode)) {
        const Opened target = opener.follow(dir, name);
        if (target.state == OpenState::Ok)
            status = target.status;
    }
    return true;
}

Opened openItem(const Opener& opener, const WalkItem& item) {
    if (item.type == DT_REG)
        return opener.file(item.dir, item.name, false);
    Opened opened;
    opened.state = OpenState::WrongType;
    if (item.type != DT_LNK)
        return opened;
    if (item.target == nullptr || item.target->state != OpenState::Ok) {
        opened.state = item.target == nullptr ? OpenState::Outside : item.target->state;
        opened.error = item.target == nullptr ? 0 : item.target->error;
        return opened;
    }
    return S_ISREG(item.target->status.st_mode) ? Opener::reopen(*item.target) : std::move(opened);
}

}  // namespace podium::stores::filestore
