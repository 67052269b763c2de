"""What a Dockerfile says, for docker/test/run: run, copy, env, user, exec NAME; and lists of other files."""

import json
import re
import sys

what = sys.argv[1]
if what == "list":
    text = open(sys.argv[2]).read()
    print("\n".join(json.loads(re.search(r"^\s+%s: (\[.*\])$" % sys.argv[3], text, re.M).group(1))))
    sys.exit()

lines = re.sub(r"\\\n", " ", "".join(
    line for line in open("docker/Dockerfile") if not line.startswith("#"))).splitlines()
last_stage = max(i for i, line in enumerate(lines) if line.startswith("FROM"))
if what == "run":
    # Maven's part is done when this runs.
    for line in lines:
        if line.startswith("RUN "):
            print("\n".join(part.strip() for part in line[4:].split("&&")))
elif what == "copy":
    for line in lines[last_stage:]:
        copied = re.match(r"COPY --from=build (\S+) (\S+)", line)
        if copied:
            print(*copied.groups())
elif what == "env":
    for line in lines[last_stage:]:
        if line.startswith("ENV "):
            print(line[4:])
elif what == "user":
    print([line[5:] for line in lines[last_stage:] if line.startswith("USER ")][-1])
elif what == "exec":
    line = [line for line in lines[last_stage:] if line.startswith(sys.argv[2])][-1]
    print("\n".join(json.loads(line[line.index("["):])))
