"""The people around the product, for docker/test/run: PROXY-PORT SANDBOX-PORT people|proxy|work|erase|settle."""

import base64
import http.client
import json
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import uuid

PROXY, SANDBOX = ("http://127.0.0.1:" + port for port in sys.argv[1:3])
PASSWORD = "Kylskap-2026"


def call(method, url, body=None, user=None, key=None, headers=None):
    data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method)
    if user:
        request.add_header("Authorization", "Basic " + base64.b64encode(":".join(user).encode()).decode())
    if key:
        request.add_header("Idempotency-Key", key)
    for name, content in (headers or {}).items():
        request.add_header(name, content)
    try:
        with urllib.request.urlopen(request, timeout=40) as answer:
            return answer.status, answer.read().decode(), answer.headers
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode(), refused.headers


def people(admin, password):
    """Whom the administrator of a new product makes first."""
    for user, group in (("frida", "front-office"), ("olof", "operations")):
        status, said, _ = call("POST", PROXY + "/engine-rest/user/create", {
            "profile": {"id": user, "firstName": user, "lastName": user},
            "credentials": {"password": PASSWORD}}, (admin, password))
        assert status in (200, 204), (status, said)
        status, said, _ = call(
            "PUT", PROXY + "/engine-rest/group/%s/members/%s" % (group, user), None, (admin, password))
        assert status in (200, 204), (status, said)


def proxy(first_port):
    frida = ("frida", PASSWORD)
    for megabytes, by in ((7, "the product"), (17, "the proxy")):
        status = subprocess.run(
            ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "-u", ":".join(frida), "-H", "Idempotency-Key: large",
             "-H", "Content-Type: application/json", "--data-binary", "@-", PROXY + "/api/warranty-claims"],
            input=b"x" * megabytes * 1024 * 1024, stdout=subprocess.PIPE).stdout
        assert status == b"413", (by, status)
    # A login belongs to a node, and the proxy's cookie leads back to it every time.
    _, _, headers = call("GET", PROXY + "/camunda/app/tasklist/default/")
    cookies = [cookie.split(";")[0] for cookie in headers.get_all("Set-Cookie")]
    node = [cookie for cookie in cookies if cookie.startswith("AFTERCARE_NODE=")]
    assert len(node) == 1, cookies
    for _ in range(6):
        _, _, again = call("GET", PROXY + "/camunda/app/tasklist/default/", headers={"Cookie": "; ".join(cookies)})
        moved = [cookie for cookie in again.get_all("Set-Cookie") or [] if cookie.startswith("AFTERCARE_NODE=")]
        assert not moved, moved
    status, _, _ = call("GET", PROXY + "/actuator/health")
    assert status in (401, 403, 404), status


def work():
    """Claims while other systems are slow; none may be refused or lost, and no effect be there twice."""
    frida = ("frida", PASSWORD)
    orders = {order["orderNumber"]: order for order in json.loads(call("GET", SANDBOX + "/scene/orders")[1])}
    for system in ("crm", "orders", "contracts", "parts", "booking", "shipping", "billing", "accounting"):
        call("POST", SANDBOX + "/faults/" + system, {"mode": "slow", "delayMillis": 2000})
    numbers, failures = [], []

    def claim(order):
        body = {"customerId": order["customerId"], "orderNumber": order["orderNumber"],
                "serialNumber": order["serialNumber"], "symptom": "NOT_COOLING",
                "description": "It does not work any more.", "noticedOn": time.strftime("%Y-%m-%d", time.gmtime())}
        try:
            status, said, _ = call("POST", PROXY + "/api/warranty-claims", body, frida, str(uuid.uuid4()))
            if status == 201:
                numbers.append(json.loads(said)["caseNumber"])
            else:
                failures.append((status, said))
        except (OSError, http.client.HTTPException) as lost:
            failures.append(lost)

    reads = []

    def read():
        """What customers and staff do meanwhile, all the time."""
        while not done.is_set():
            try:
                status, _, _ = call("GET", PROXY + "/api/cases?size=5", None, frida)
                reads.append(status)
                if status != 200:
                    failures.append(status)
            except (OSError, http.client.HTTPException) as lost:
                failures.append(lost)
            time.sleep(0.05)

    done = threading.Event()
    reader = threading.Thread(target=read)
    reader.start()
    chosen = [orders["O-%d" % number] for number in (
        50001, 50002, 50003, 50004, 51004, 50006, 50005, 50019, 50009, 50010, 50011, 50007) if "O-%d" % number in orders]
    threads = []
    for order in chosen:
        threads.append(threading.Thread(target=claim, args=(order,)))
        threads[-1].start()
        time.sleep(0.6)
    for thread in threads:
        thread.join()
    # Long enough for the node to be stopped meanwhile.
    time.sleep(10)
    call("DELETE", SANDBOX + "/faults")
    until = time.time() + 90
    waiting = None
    while time.time() < until:
        jobs = json.loads(call("GET", PROXY + "/engine-rest/job?executable=true", None, ("boss", "Chefen-2026-x"))[1])
        waiting = [job for job in jobs if job.get("processInstanceId")]
        if not waiting:
            break
        time.sleep(0.5)
    done.set()
    reader.join()
    assert not waiting, "steps that nobody takes: %s" % waiting
    assert not failures, failures
    assert len(numbers) == len(chosen), numbers
    incidents = json.loads(call("GET", PROXY + "/engine-rest/incident", None, ("boss", "Chefen-2026-x"))[1])
    assert not incidents, incidents
    effects = json.loads(call("GET", SANDBOX + "/ledger")[1])
    seen = [(effect.get("caseNumber"), effect["operation"]) for effect in effects]
    assert len(effects) >= len(chosen) / 2, effects
    assert len(seen) == len(set(seen)), seen
    print("%d claims and %d requests during the stop: none failed, none lost, %d effects in other systems, each once"
          % (len(numbers), len(reads), len(effects)))


def erase():
    """A customer takes a claim back and is erased: the statements are those of PostgreSQL here."""
    frida, olof = ("frida", PASSWORD), ("olof", PASSWORD)
    order = [order for order in json.loads(call("GET", SANDBOX + "/scene/orders")[1])
             if order["orderNumber"] == "O-50026"][0]
    status, said, _ = call("POST", PROXY + "/api/warranty-claims", {
        "customerId": order["customerId"], "orderNumber": order["orderNumber"], "serialNumber": order["serialNumber"],
        "symptom": "NOISE", "description": "It hums.", "noticedOn": time.strftime("%Y-%m-%d", time.gmtime())},
        frida, str(uuid.uuid4()))
    assert status == 201, (status, said)
    number = json.loads(said)["caseNumber"]
    person = {"customerId": order["customerId"]}
    status, said, _ = call("POST", PROXY + "/api/erasures", person, olof, str(uuid.uuid4()))
    assert status == 409 and "CASE_OPEN" in said, (status, said)
    time.sleep(2)
    status, said, _ = call("POST", PROXY + "/api/cases/%s/cancel" % number, None, frida, str(uuid.uuid4()))
    assert status == 202, (status, said)
    until = time.time() + 60
    while status != 200 and time.time() < until:
        time.sleep(1)
        status, said, _ = call("POST", PROXY + "/api/erasures", person, olof, str(uuid.uuid4()))
    assert status == 200, (status, said)
    print("a customer was erased: %s" % said)


def settle():
    """After a restore: what was under way at the backup goes on."""
    boss = ("boss", "Chefen-2026-x")
    before = json.loads(call("GET", SANDBOX + "/ledger")[1])
    until, waiting = time.time() + 150, None
    while time.time() < until:
        status, said, _ = call("GET", PROXY + "/engine-rest/job?executable=true", None, boss)
        waiting = [job for job in json.loads(said) if job.get("processInstanceId")] if status == 200 else [said]
        if not waiting:
            break
        time.sleep(1)
    assert not waiting, waiting
    assert json.loads(call("GET", PROXY + "/engine-rest/incident", None, boss)[1]) == []
    after = json.loads(call("GET", SANDBOX + "/ledger")[1])
    seen = [(effect.get("caseNumber"), effect["operation"]) for effect in before]
    again = [effect["operation"] for effect in after[:len(after) - len(before)]
             if (effect.get("caseNumber"), effect["operation"]) in seen]
    print("restored: all steps went on, no incident; %d effects before, %d after. Asked for anew by phases that began "
          "after the backup, as the runbook says: %s" % (len(before), len(after), sorted(again) or "none"))


{"people": people, "proxy": proxy, "work": work, "erase": erase, "settle": settle}[sys.argv[3]](*sys.argv[4:])
