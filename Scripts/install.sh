#!/usr/bin/env bash
# install.sh PROGRAM FOLDER puts the program and its completions under FOLDER, where shells look for them;
# install.sh --remove FOLDER takes them away again.
set -euo pipefail

folder=$2
binary=$folder/bin/linnet
bash_completion=$folder/share/bash-completion/completions/linnet
zsh_completion=$folder/share/zsh/site-functions/_linnet
fish_completion=$folder/share/fish/vendor_completions.d/linnet.fish

if [ "$1" = --remove ]; then
  rm -f "$binary" "$bash_completion" "$zsh_completion" "$fish_completion"
  echo "removed linnet and its completions from $folder; the collection is kept"
  exit 0
fi

# The nearest folder that exists says whether the rest can be made.
existing=$folder
until [ -e "$existing" ]; do existing=$(dirname "$existing"); done
if [ ! -w "$existing" ]; then
  echo "install: $existing is not writable" >&2
  echo '         install for yourself with: make install PREFIX=~/.local' >&2
  exit 1
fi

for file in "$binary" "$bash_completion" "$zsh_completion" "$fish_completion"; do
  mkdir -p "$(dirname "$file")"
done
install -m 755 "$1" "$binary"
# A third of the file is names that only a debugger reads.
if [ "$(uname -s)" = Linux ] && command -v strip >/dev/null; then strip "$binary"; fi
"$1" --generate-completion-script bash >"$bash_completion"
"$1" --generate-completion-script zsh >"$zsh_completion"
"$1" --generate-completion-script fish >"$fish_completion"
echo "installed $binary, with completions for bash, zsh and fish"
case ":$PATH:" in
  *":$folder/bin:"*) ;;
  *) echo "add $folder/bin to your PATH to run it as linnet" ;;
esac
case "$folder" in
  /usr | /usr/local | /opt/homebrew) ;;
  *) echo "for zsh, put this before compinit in ~/.zshrc: fpath+=('$(dirname "$zsh_completion")')" ;;
esac
