# SPDX-License-Identifier: GPL-3.0-or-later
# What an installation holds, and the Debian package (cpack -G DEB).
install(FILES ${PROJECT_SOURCE_DIR}/tests/data/sample-store.tar.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/podium OPTIONAL)
