#!/usr/bin/env python3
"""Check the facts of the demo vault against the AWS API models that botocore carries.

    python3 -m venv /tmp/facts && /tmp/facts/bin/pip install botocore==1.44.5
    /tmp/facts/bin/python Tests/Scripts/check_aws_facts.py decks

botocore holds a description of every AWS API: operations, parameters, permitted values and the text
of the reference. No network and no account is needed. Four kinds of statement are compared:

1. names       every name in backticks is a parameter, value, operation or documented option
2. lists       a sentence that lists the values of a parameter lists exactly those (LISTS)
3. quantities  a default, a limit or a range in a note is that of the reference (QUANTITIES)
4. examples    every JSON example is valid input for the API it belongs to (EXAMPLES)

A note that no longer contains a sentence named here is an error as well, so that the tables below
cannot go stale unnoticed. Prints one line per disagreement; exits 1 if there is any, 0 otherwise.
"""

import html
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import botocore
from botocore.loaders import create_loader

SERVICES = (
    "ecs", "elbv2", "ec2", "application-autoscaling", "autoscaling", "ecr", "logs",
    "secretsmanager", "ssm", "sts", "kms",
)

# Names in backticks that are right but no part of the models above, each group with its reason.
OUTSIDE_THE_MODELS = {
    "card syntax of this vault, explained in `Start here`": (
        "END", "STARTI", "ENDI", "Basic", "Cloze",
    ),
    "folders of this vault": ("compute", "networking", "operations", "security", "storage"),
    "names invented for the examples": ("web", "shop"),
    "property of a note": ("deck",),
    "file of Docker and its instructions": (
        "Dockerfile", "CMD", "ENTRYPOINT", "ENV", "EXPOSE", "HEALTHCHECK",
    ),
    "signals of Linux": ("SIGTERM", "SIGKILL"),
    "host name of the loopback interface": ("localhost",),
    "word of an image tag": ("latest",),
    "Region of the examples": ("eu-central-1",),
    "setting of the container agent (Developer Guide, container agent configuration)": ("ECS_CLUSTER",),
    "managed policy (Developer Guide, task execution role)": ("AmazonECSTaskExecutionRolePolicy",),
    "principal that assumes task roles (Developer Guide, task IAM role)": ("ecs-tasks.amazonaws.com",),
    "permission without an operation of its own (IAM User Guide, passing a role)": ("iam:PassRole",),
    "error of IAM on a refused request": ("AccessDenied",),
    "service names of interface endpoints (ECR User Guide, VPC endpoints)": (
        "ecr.api", "ecr.dkr", "secretsmanager",
    ),
    "API prefix of Session Manager (Developer Guide, ECS Exec)": ("ssmmessages",),
}


# ---------------------------------------------------------------------------------------------
# Models

class Models:
    """The API models of SERVICES, with the names they define and the text of their reference."""

    def __init__(self):
        loader = create_loader()
        self.models = {name: loader.load_service_model(name, "service-2") for name in SERVICES}
        self.members, self.values, self.operations, self.documented = set(), set(), set(), set()
        for model in self.models.values():
            self.operations |= set(model["operations"])
            for shape in model["shapes"].values():
                self.members |= set(shape.get("members", {}))
                self.values |= set(shape.get("enum", ()))
                parts = [shape, *shape.get("members", {}).values()]
                for part in parts:
                    self.documented |= set(re.findall(r"[\w./:-]+\w", plain(part.get("documentation"))))

    def shape(self, service, name):
        shapes = self.models[service]["shapes"]
        if name not in shapes:
            sys.exit(f"botocore {botocore.__version__} knows no {name} in {service}; it is too old or too new")
        return shapes[name]

    def text(self, service, shape, member=None):
        """Reference text of a shape or of one member, followed by the bounds of its values."""
        found = self.shape(service, shape)
        words = found.get("documentation")
        if member:
            words = found["members"][member].get("documentation")
            found = self.shape(service, found["members"][member]["shape"])
        return f"{plain(words)} min={found.get('min')} max={found.get('max')}"

    def knows(self, name):
        return name in self.members or name in self.values or name in self.operations


def plain(documentation):
    """Reference text without markup, on one line."""
    text = re.sub(r"</?(?:code|b|i|a)\b[^>]*>", "", documentation or "")
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text))).strip()


# ---------------------------------------------------------------------------------------------
# 1. Names

FENCE = re.compile(r"^(`{3,})(\w*)[^\n]*\n(.*?)^\1[ ]*$", re.S | re.M)
CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
WORD = re.compile(r"[A-Za-z][\w.-]*(?:[:/][\w./-]+)*")
CAMEL = re.compile(r"[a-z]+[A-Z]\w*|(?:[A-Z][a-z]+){2,}\w*")


def allowed_names():
    return {name for names in OUTSIDE_THE_MODELS.values() for name in names}


def names_in(text):
    """What stands in backticks outside of fences."""
    return CODE.findall(FENCE.sub("", text))


def check_names(note, text, models):
    """Every name in backticks is defined by a model, documented there, or allowed above."""
    allowed = allowed_names()
    for code in names_in(text):
        if not WORD.fullmatch(code) or code in allowed or models.knows(code):
            continue
        permission = re.fullmatch(r"(\w+):([A-Z]\w+)", code)
        if permission and permission[2] in models.models.get(permission[1], {}).get("operations", ()):
            continue
        if re.search(r"[:/]", code) and not code.startswith(("ecs:", "ecs.", "attribute:")):
            continue                                # an image, an address or a path, not a name
        if CAMEL.fullmatch(code) or code not in models.documented:
            yield f"{note}: `{code}` is no name of the AWS models"


# ---------------------------------------------------------------------------------------------
# 2. Lists of values

@dataclass
class ValueList:
    """The values in backticks between `phrase` and the end of the sentence, in one note.

    `shape` is an enumeration. With `pattern`, the expected values are instead the ones listed in the
    reference text of `shape` (or its `member`) by the first group of the pattern.
    """
    note: str
    phrase: str
    service: str
    shape: str
    member: str = None
    pattern: str = None

    def expected(self, models):
        if not self.pattern:
            return set(models.shape(self.service, self.shape)["enum"])
        found = re.search(self.pattern, models.text(self.service, self.shape, self.member))
        return set(re.findall(r"[\w-]+", found[1])) - {"and", "or"} if found else set()

    def stated(self, text):
        found = re.search(re.escape(self.phrase) + r"(.*?)(?:\.\s|;|, its|\n|$)", text)
        return set(CODE.findall(found[1])) if found else None

    def problems(self, text, models):
        stated, expected = self.stated(text), self.expected(models)
        if stated is None:
            yield f"{self.note}: the sentence \"{self.phrase} …\" is gone"
        elif stated != expected:
            yield (f"{self.note}: \"{self.phrase}\" lists {sorted(stated)}, "
                   f"{self.service} {self.shape} has {sorted(expected)}")


LISTS = [
    ValueList("compute/ECS service.md", "The scheduling strategies are", "ecs", "SchedulingStrategy"),
    ValueList("compute/ECS service.md", "The launch types are", "ecs", "LaunchType"),
    ValueList("compute/Container definition.md", "The conditions are", "ecs", "ContainerCondition"),
    ValueList("compute/Fargate.md", "one of the log drivers", "ecs", "LogConfiguration", "logDriver",
              r"For tasks on Fargate, the supported log drivers are ([^.]+)\."),
    ValueList("compute/Fargate.md", "Fargate accepts the log drivers", "ecs", "LogConfiguration",
              "logDriver", r"For tasks on Fargate, the supported log drivers are ([^.]+)\."),
    ValueList("compute/Task placement.md", "The placement strategies are", "ecs", "PlacementStrategyType"),
    ValueList("compute/Task placement.md", "The placement constraints are", "ecs", "PlacementConstraintType"),
    ValueList("containers/Port mapping.md", "The transport protocols are", "ecs", "TransportProtocol"),
    ValueList("networking/none network mode.md", "The network modes are", "ecs", "NetworkMode"),
    ValueList("networking/none network mode.md", "The four network modes are", "ecs", "NetworkMode"),
    ValueList("load balancing/Application Load Balancer.md", "Its scheme is", "elbv2", "LoadBalancerSchemeEnum"),
    ValueList("load balancing/Listener.md", "The listener protocols of an ALB are", "elbv2",
              "CreateListenerInput", "Protocol",
              r"For Application Load Balancers, the supported protocols are ([^.]+)\."),
    ValueList("load balancing/Listener rule.md", "exactly one routing action out of", "elbv2", "Action", None,
              r"exactly one of the following routing actions: (.+?), and it must be"),
    ValueList("load balancing/Listener rule.md", "The routing actions of a [[Listener rule]] are", "elbv2",
              "Action", None, r"exactly one of the following routing actions: (.+?), and it must be"),
    ValueList("load balancing/Target group.md", "The target types are", "elbv2", "TargetTypeEnum"),
    ValueList("operations/Service auto scaling.md", "The policy types are", "application-autoscaling", "PolicyType"),
    ValueList("operations/Rolling deployment.md", "The deployment controllers are", "ecs", "DeploymentControllerType"),
    ValueList("operations/Rolling deployment.md", "The deployment strategies of the first one are", "ecs",
              "DeploymentStrategy"),
    ValueList("operations/Container health check.md", "The health statuses are", "ecs", "HealthStatus"),
]


# ---------------------------------------------------------------------------------------------
# 3. Quantities

DRAINING = r"deregistration_delay\.timeout_seconds .*? default value is (\d+) seconds"
WORDS = {"two": "2", "ten": "10", "half": "50", "off": "off", "free": "0"}


@dataclass
class Quantity:
    """What the groups of `stated` capture in a note equals what `reference` captures in the model."""
    note: str
    stated: str
    service: str
    shape: str
    member: str
    reference: str

    def problems(self, text, models):
        found = re.search(self.stated, text)
        source = re.search(self.reference, models.text(self.service, self.shape, self.member))
        where = f"{self.service} {self.shape}" + (f".{self.member}" if self.member else "")
        if not found:
            yield f"{self.note}: no statement matches /{self.stated}/"
        elif not source:
            yield f"{self.note}: the reference of {where} no longer matches /{self.reference}/"
        elif numbers(found) != numbers(source):
            yield f"{self.note}: says {numbers(found)}, {where} says {numbers(source)}"


def numbers(match):
    """Captured groups in comparable form: number words as digits, no thousands separators."""
    return [WORDS.get(group.lower(), group.replace(",", "")) for group in match.groups()]


def fargate_row(cpu, stated, reference):
    """One row of the table of task sizes: the memory that goes with `cpu` units."""
    return Quantity("compute/Task definition.md", rf"\| {cpu} \| [\d.]+ \| {stated} \|", "ecs",
                    "RegisterTaskDefinitionRequest", "memory", rf"{reference} - Available cpu values: {cpu} ")


def health_row(member, stated, reference):
    """One row of the table of container health check parameters: default and range."""
    return Quantity("operations/Container health check.md", rf"\| `{member}` \| {stated} \|",
                    "ecs", "HealthCheck", member, reference)


QUANTITIES = [
    # Task definition
    Quantity("compute/Task definition.md", r"1\\ \\text\{vCPU\} = (\d+)\$", "ecs", "ContainerDefinition", "cpu",
             r"multiplying the vCPUs .*? by ([\d,]+)\."),
    Quantity("compute/Task definition.md", r"one vCPU in ECS\?\nBack: (\d+)", "ecs", "ContainerDefinition", "cpu",
             r"multiplying the vCPUs .*? by ([\d,]+)\."),
    Quantity("compute/Task definition.md", r"registration of a family gets revision (\d+)", "ecs",
             "TaskDefinition", "family", r"a revision number of (\d+)"),
    fargate_row(256, r"(\d+), (\d+) or (\d+) MiB", r"(\d+) \(0\.5 GB\), (\d+) \(1 GB\), (\d+) \(2 GB\)"),
    fargate_row(512, r"(\d+) to (\d+) GB", r"1024 \((\d+) GB\), 2048 \(2 GB\), 3072 \(3 GB\), 4096 \((\d+) GB\)"),
    fargate_row(1024, r"(\d+) to (\d+) GB", r"2048 \((\d+) GB\), 3072 \(3 GB\)[^-]*, 8192 \((\d+) GB\)"),
    fargate_row(2048, r"(\d+) to (\d+) GB", r"Between 4096 \((\d+) GB\) and 16384 \((\d+) GB\)[^-]*"),
    fargate_row(4096, r"(\d+) to (\d+) GB", r"Between 8192 \((\d+) GB\) and 30720 \((\d+) GB\)[^-]*"),
    # Container definition
    Quantity("operations/Task lifecycle.md", r"`stopTimeout` \((\d+) seconds by default\)", "ecs",
             "ContainerDefinition", "stopTimeout", r"default value of (\d+) seconds"),
    Quantity("operations/Task lifecycle.md", r"changes it \(up to (\d+) on \[\[Fargate", "ecs",
             "ContainerDefinition", "stopTimeout", r"max stop timeout value is (\d+) seconds"),
    Quantity("containers/Environment variables.md", r"up to (\w+) `(\.\w+)` files", "ecs",
             "ContainerDefinition", "environmentFiles",
             r"up to (\w+) environment files\. The file must have a (\.\w+) file"),
    Quantity("containers/Environment variables.md", r"and in a file, `(\w+)` wins", "ecs",
             "ContainerDefinition", "environmentFiles", r"specified using the (\w+) parameter .* take precedence"),
    Quantity("containers/Port mapping.md", r"`udp`; `(\w+)` is the default", "ecs", "PortMapping", "protocol",
             r"The default is (\w+)\."),
    Quantity("containers/Port mapping.md", r"if you name none\?\nBack: (\w+)", "ecs", "PortMapping", "protocol",
             r"The default is (\w+)\."),
    Quantity("networking/bridge network mode.md", r"^---[\s\S]*# (\w+) network mode[\s\S]*It is the default on Linux",
             "ecs", "RegisterTaskDefinitionRequest", "networkMode", r"the default is (\w+)\."),
    Quantity("storage/Ephemeral storage.md", r"to between (\d+) and (\d+) GiB", "ecs", "EphemeralStorage",
             "sizeInGiB", r"minimum supported value is (\d+) GiB and the maximum supported value is (\d+) GiB"),
    Quantity("storage/Ephemeral storage.md", r"between \{\{c1::(\d+)\}\} and \{\{c2::(\d+)\}\}", "ecs",
             "EphemeralStorage", "sizeInGiB",
             r"minimum supported value is (\d+) GiB and the maximum supported value is (\d+) GiB"),
    Quantity("compute/Fargate.md", r"\[\[Ephemeral storage\]\] need (\d[\d.]+\d)", "ecs", "EphemeralStorage", None,
             r"Linux platform version ([\d.]+\d)"),
    Quantity("storage/EFS volume.md", r"is used; the default is `(\w+)`", "ecs", "EFSVolumeConfiguration",
             "transitEncryption", r"default value of (\w+) is used"),
    # Container health check
    health_row("interval", r"(\d+) seconds \| (\d+) to (\d+)",
               r"(?=.*default value is (\d+))(?=.*between (\d+) and (\d+) seconds)"),
    health_row("timeout", r"(\d+) seconds \| (\d+) to (\d+)",
               r"(?=.*default value is (\d+))(?=.*between (\d+) and (\d+) seconds)"),
    health_row("retries", r"(\d+) \| (\d+) to (\d+)",
               r"(?=.*default value is (\d+))(?=.*between (\d+) and (\d+) retries)"),
    health_row("startPeriod", r"(\w+) \| (\d+) to (\d+) seconds",
               r"(?=.*startPeriod is (off))(?=.*between (\d+) and (\d+) seconds)"),
    # Services and deployments
    Quantity("load balancing/Target group health check.md", r"start of a task; its default is (\d+)", "ecs",
             "CreateServiceRequest", "healthCheckGracePeriodSeconds", r"default value of (\d+) is used"),
    Quantity("operations/Rolling deployment.md", r"`minimumHealthyPercent`, default (\d+): .* rounded \*\*(\w+)\*\*",
             "ecs", "DeploymentConfiguration", "minimumHealthyPercent",
             r"(?=.*default value for a replica service for minimumHealthyPercent is (\d+)%)(?=.*\(rounded (\w+) to)"),
    Quantity("operations/Rolling deployment.md", r"`maximumPercent`, default (\d+): .* rounded \*\*(\w+)\*\*",
             "ecs", "DeploymentConfiguration", "maximumPercent",
             r"(?=.*default maximumPercent value .*? is (\d+)%)(?=.*\(rounded (\w+) to)"),
    Quantity("operations/Rolling deployment.md", r"defaults to \{\{c1::(\d+)\}\}", "ecs", "DeploymentConfiguration",
             "minimumHealthyPercent", r"default value for a replica service for minimumHealthyPercent is (\d+)%"),
    Quantity("operations/Rolling deployment.md", r"`maximumPercent` to \{\{c2::(\d+)\}\}", "ecs",
             "DeploymentConfiguration", "maximumPercent", r"default maximumPercent value .*? is (\d+)%"),
    Quantity("operations/Deployment circuit breaker.md", r"(\w+) of it by default", "ecs", "ThresholdConfiguration",
             "value", r"The default is (\d+)\."),
    Quantity("operations/Deployment circuit breaker.md", r"at least (\d+) and at most (\d+)", "ecs",
             "ServiceDeploymentCircuitBreaker", "threshold",
             r"minimum threshold of (\d+) and a maximum threshold of (\d+)"),
    Quantity("compute/Fargate.md", r"gets a warning of (\w+) minutes", "ecs", "CapacityProviderStrategyItem", None,
             r"with a (\w+)-minute warning"),
    Quantity("operations/CloudWatch Logs.md", r"`([\w-]+)`, the default since (\w+) (\d{4})", "ecs",
             "LogConfiguration", "options",
             r"(?=.*Amazon ECS will default to the ([\w-]+) mode)(?=.*On (\w+) \d+, (\d{4}))"),
    Quantity("operations/CloudWatch Logs.md", r"the stream `([\w/-]+)`", "ecs", "LogConfiguration", "options",
             r"takes the format ([\w/-]+)"),
    # Load balancing
    Quantity("load balancing/Application Load Balancer.md", r"subnets in at least (\w+) Availability Zones", "elbv2",
             "CreateLoadBalancerInput", "Subnets", r"subnets from at least (\w+) Availability Zones"),
    Quantity("load balancing/Listener.md", r"its port any from (\d+) to (\d+)", "elbv2", "CreateListenerInput",
             "Port", r"min=(\d+) max=(\d+)"),
    Quantity("load balancing/Listener rule.md", r"to the highest \((\d+) to (\d+)\)", "elbv2", "CreateRuleInput",
             "Priority", r"min=(\d+) max=(\d+)"),
    Quantity("load balancing/Target group.md", r"how long, (\d+) seconds by default", "elbv2",
             "TargetGroupAttribute", "Key", DRAINING),
    Quantity("load balancing/Target group.md", r"drain by default\?\nBack: (\d+)", "elbv2",
             "TargetGroupAttribute", "Key", DRAINING),
    Quantity("load balancing/Target group.md", r"`(\w+)` \(the default\)", "elbv2", "CreateTargetGroupInput",
             "TargetType", r"(\w+) - Register targets by instance ID\. This is the default"),
    Quantity("load balancing/Target group health check.md", r"- every (\d+) seconds", "elbv2",
             "CreateTargetGroupInput", "HealthCheckIntervalSeconds", r"HTTP or HTTPS, the default is (\d+) seconds"),
    Quantity("load balancing/Target group health check.md", r"path `(/)`", "elbv2", "CreateTargetGroupInput",
             "HealthCheckPath", r"The ping path\. The default is (/)\."),
    Quantity("load balancing/Target group health check.md", r"- healthy after (\d+) successes", "elbv2",
             "CreateTargetGroupInput", "HealthyThresholdCount", r"HTTP or HTTPS, the default is (\d+)\."),
    Quantity("load balancing/Target group health check.md", r"unhealthy after (\d+) failures", "elbv2",
             "CreateTargetGroupInput", "UnhealthyThresholdCount", r"HTTP or HTTPS, the default is (\d+)\."),
    # Registry
    Quantity("containers/ECR.md", r"login token is valid for (\d+) hours", "ecr", "AuthorizationData", "expiresAt",
             r"valid for (\d+) hours"),
    Quantity("containers/ECR.md", r"the default is `(\w+)`", "ecr", "CreateRepositoryRequest",
             "imageTagMutability", r"default setting of (\w+) will be used"),
]


# ---------------------------------------------------------------------------------------------
# 4. Examples

# Shapes of the JSON examples of each note, in order; None for one that no model describes.
EXAMPLES = {
    "compute/Task definition.md": [("ecs", "RegisterTaskDefinitionRequest")] * 2,
    "load balancing/Listener rule.md": [("elbv2", "Actions")],
    "operations/CloudWatch Logs.md": [("ecs", "ContainerDefinition")],
    "operations/Container health check.md": [("ecs", "HealthCheck")],
    "security/IAM.md": [None],                      # a policy document: plain text for the IAM API
    "security/Secrets.md": [("ecs", "ContainerDefinition")],
    "storage/EFS volume.md": [("ecs", "Volume")],
}
JSON_TYPES = {"string": str, "integer": int, "boolean": bool, "list": list, "map": dict, "structure": dict}


def check_examples(note, text, models):
    """Every JSON example parses and has the form of the shape that EXAMPLES names for it."""
    examples = [body for _, language, body in FENCE.findall(text) if language == "json"]
    shapes = EXAMPLES.get(note, [])
    if len(examples) != len(shapes):
        yield f"{note}: {len(examples)} JSON examples, EXAMPLES names {len(shapes)}"
    for number, (body, shape) in enumerate(zip(examples, shapes), 1):
        where = f"{note}: example {number}"
        try:
            value = json.loads(body)
        except json.JSONDecodeError as error:
            yield f"{where} is not JSON: {error}"
            continue
        if shape:
            yield from misfits(value, *shape, models, where)


def misfits(value, service, name, models, where):
    """Where `value` is no valid input for the shape `name`."""
    shape = models.shape(service, name)
    kind = shape["type"]
    if not isinstance(value, JSON_TYPES.get(kind, object)):
        yield f"{where} should be of the type {kind}"
    elif kind == "structure":
        for key in value.keys() - shape["members"].keys():
            yield f"{where}: {name} has no member {key}"
        for key in set(shape.get("required", ())) - value.keys():
            yield f"{where}: {name} requires {key}"
        for key in value.keys() & shape["members"].keys():
            yield from misfits(value[key], service, shape["members"][key]["shape"], models, f"{where}, {key}")
    elif kind == "list":
        for item in value:
            yield from misfits(item, service, shape["member"]["shape"], models, where)
    elif kind == "map":
        for item in value.values():
            yield from misfits(item, service, shape["value"]["shape"], models, where)
    elif "enum" in shape and value not in shape["enum"]:
        yield f"{where}: {value!r} is no {name}"


# ---------------------------------------------------------------------------------------------

def check(folder):
    """All disagreements between the notes below `folder` and the models, and the number of notes."""
    models = Models()
    notes = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
             for path in sorted(folder.rglob("*.md"))}
    problems = []
    for note, text in notes.items():
        problems += check_names(note, text, models)
        problems += check_examples(note, text, models)
    for statement in [*LISTS, *QUANTITIES]:
        if statement.note in notes:
            problems += statement.problems(notes[statement.note], models)
        else:
            problems.append(f"{statement.note}: no such note")
    used = {name for text in notes.values() for name in names_in(text)}
    problems += [f"OUTSIDE_THE_MODELS: no note mentions `{name}`" for name in sorted(allowed_names() - used)]
    return problems, len(notes)


def main(arguments):
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("usage: check_aws_facts.py DECKS_FOLDER", file=sys.stderr)
        return 2
    problems, count = check(Path(arguments[0]))
    for problem in problems:
        print(problem)
    print(f"{count} notes, {len(LISTS)} lists, {len(QUANTITIES)} quantities, "
          f"{sum(map(len, EXAMPLES.values()))} examples against botocore {botocore.__version__}: "
          f"{len(problems)} disagreements", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
