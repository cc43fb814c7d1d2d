# SPDX-License-Identifier: GPL-3.0-or-later
execute_process(COMMAND ${PYTHON} -B ${SCRIPT} ${MADE} COMMAND_ERROR_IS_FATAL ANY)
file(SHA256 ${MADE} made)
file(SHA256 ${COMMITTED} committed)
if(NOT made STREQUAL committed)
  message(FATAL_ERROR "${COMMITTED} is not what ${SCRIPT} makes; run the script and commit both")
endif()
