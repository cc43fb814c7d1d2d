# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of podium's commands and options for bash.
_podium() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]-}
    local commands="sync dump runs history artifacts models problems stage alias describe tag outbox" options
    case $before in
        --format) mapfile -t COMPREPLY < <(compgen -W "table csv tsv json markdown latex ids" -- "$word"); return ;;
        --cache | --out | --batch) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --download) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    esac
    case $command in
        sync) options="--full --json" ;;
        dump) options="--out --no-history --no-artifacts" ;;
        runs) options="--experiment --filter --order-by --columns --limit --deleted --format --batch" ;;
        history | models) options="--format" ;;
        artifacts) options="--download" ;;
        stage) options="--archive-existing --comment --expect --dry-run --queue" ;;
        alias) options="--remove --expect --dry-run --queue" ;;
        describe) options="--model-version --expect --dry-run --queue" ;;
        tag) options="--remove --model-version --expect --dry-run --queue" ;;
        outbox) options="--retry --discard --json" ;;
        *) options="--version" ;;
    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options --cache --help" -- "$word")
    elif ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$word"; compgen -d -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -d -- "$word")
    fi
}
complete -o filenames -F _podium podium
