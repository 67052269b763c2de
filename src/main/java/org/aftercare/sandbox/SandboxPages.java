package org.aftercare.sandbox;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The pages for people: they show what the endpoints tell and press the same switches. */
class SandboxPages {

  private static final int LONGEST_LIST = 200;

  private final Faults faults;
  private final PartnerObjects objects;
  private final PartnerEvents events;
  private final Callbacks callbacks;
  private final Ledger ledger;
  private final Mailbox mailbox;
  private final Scene scene;
  private final Autopilot autopilot;
  private final SandboxClock clock;
  private final ProductClock productClock;
  private final ProductAddress product;

  SandboxPages(
      Faults faults,
      PartnerObjects objects,
      PartnerEvents events,
      Callbacks callbacks,
      Ledger ledger,
      Mailbox mailbox,
      Scene scene,
      Autopilot autopilot,
      SandboxClock clock,
      ProductClock productClock,
      ProductAddress product) {
    this.faults = faults;
    this.objects = objects;
    this.events = events;
    this.callbacks = callbacks;
    this.ledger = ledger;
    this.mailbox = mailbox;
    this.scene = scene;
    this.autopilot = autopilot;
    this.clock = clock;
    this.productClock = productClock;
    this.product = product;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .GET("/", this::systems)
        .GET("/pages/partners", this::partners)
        .GET("/pages/mailbox", this::mailbox)
        .GET("/pages/ledger", this::ledger)
        .GET("/pages/orders", this::orders)
        .POST("/pages/faults/{system}", this::setFault)
        .POST("/pages/heal", this::heal)
        .POST("/pages/autopilot", this::turnAutopilot)
        .POST("/pages/clock", this::forward)
        .POST("/pages/partners", this::happen)
        .POST("/pages/customers/{id}", this::giveAccount)
        .build();
  }

  private ServerResponse systems(ServerRequest request) {
    Map<String, Object> model = model(request, "systems");
    List<State> states =
        Systems.all().stream().map(system -> new State(system, faults.of(system))).toList();
    model.put("states", states);
    model.put("autopilot", autopilot.isOn());
    return page("systems", model);
  }

  private ServerResponse partners(ServerRequest request) {
    Map<String, Object> model = model(request, "partners");
    String caseNumber = filter(request, "caseNumber");
    boolean open = request.param("all").isEmpty();
    model.put("caseNumber", caseNumber);
    model.put("all", !open);
    model.put("shipments", shortened(objects.shipments(caseNumber, open)));
    model.put("reservations", shortened(objects.reservations(caseNumber, open)));
    model.put("appointments", shortened(objects.appointments(caseNumber, open)));
    model.put("invoices", shortened(objects.invoices(caseNumber, open)));
    model.put("receivables", shortened(objects.receivables(caseNumber, open)));
    model.put("collected", shortened(objects.collected()));
    model.put("visitResults", PartnerEvents.VISIT_RESULTS.stream().sorted().toList());
    model.put("callbacks", callbacks.entries(caseNumber, LONGEST_LIST));
    return page("partners", model);
  }

  private ServerResponse mailbox(ServerRequest request) {
    Map<String, Object> model = model(request, "mailbox");
    model.put("channel", filter(request, "channel"));
    model.put("recipient", filter(request, "recipient"));
    model.put("caseNumber", filter(request, "caseNumber"));
    model.put(
        "messages",
        mailbox.entries(
            filter(request, "channel"),
            filter(request, "recipient"),
            filter(request, "caseNumber"),
            LONGEST_LIST));
    return page("mailbox", model);
  }

  private ServerResponse ledger(ServerRequest request) {
    Map<String, Object> model = model(request, "ledger");
    model.put("systems", Systems.OVER_HTTP);
    model.put("system", filter(request, "system"));
    model.put("caseNumber", filter(request, "caseNumber"));
    model.put(
        "entries",
        ledger.entries(filter(request, "system"), "", filter(request, "caseNumber"), LONGEST_LIST));
    return page("ledger", model);
  }

  private ServerResponse orders(ServerRequest request) {
    Map<String, Object> model = model(request, "orders");
    model.put("orders", scene.orders());
    model.put("invoices", scene.invoices());
    return page("orders", model);
  }

  private ServerResponse setFault(ServerRequest request) {
    String system = request.pathVariable("system");
    if (!Systems.all().contains(system)) {
      throw ProblemException.notFound("system of this name");
    }
    faults.set(
        system,
        new Fault(
            FaultEndpoints.mode(request.param("mode").orElse("")),
            number(request, "delayMillis") == null ? 0 : number(request, "delayMillis"),
            number(request, "times"),
            request.param("path").filter(path -> !path.isBlank()).orElse(null)));
    return back("/", null);
  }

  private ServerResponse heal(ServerRequest request) {
    faults.heal();
    return back("/", null);
  }

  private ServerResponse turnAutopilot(ServerRequest request) {
    autopilot.turn(Boolean.parseBoolean(request.param("on").orElse("")));
    return back("/", null);
  }

  private ServerResponse forward(ServerRequest request) {
    Duration duration = Scene.duration(request.param("duration").orElse(null));
    try {
      productClock.forward(duration);
      return back("/", null);
    } catch (ProblemException e) {
      return back("/", "clock");
    }
  }

  private ServerResponse happen(ServerRequest request) {
    String id = request.param("id").orElse(null);
    try {
      events.happen(
          new PartnerEvent(
              request.param("type").orElse(null),
              null,
              Requests.required("id", id),
              null,
              null,
              null,
              request.param("visitResult").orElse(null),
              null,
              request.param("twice").isPresent()));
      return back("/pages/partners", null);
    } catch (ProblemException e) {
      return back("/pages/partners", "gone");
    }
  }

  private ServerResponse giveAccount(ServerRequest request) {
    scene.giveAccount(request.pathVariable("id"), true);
    return back("/pages/ledger?system=billing", null);
  }

  private Map<String, Object> model(ServerRequest request, String page) {
    Map<String, Object> model = new TreeMap<>();
    model.put("page", page);
    model.put("now", clock.instant());
    model.put("zone", clock.getZone());
    model.put("product", product.url());
    model.put("trouble", request.param("trouble").orElse(""));
    return model;
  }

  private static ServerResponse page(String name, Map<String, Object> model) {
    return ServerResponse.ok().render(name, model);
  }

  private static ServerResponse back(String page, String trouble) {
    return ServerResponse.seeOther(
            URI.create(trouble == null ? page : page + "?trouble=" + trouble))
        .build();
  }

  private static String filter(ServerRequest request, String name) {
    return request.param(name).orElse("").strip();
  }

  private static Integer number(ServerRequest request, String name) {
    try {
      return request.param(name).filter(text -> !text.isBlank()).map(Integer::valueOf).orElse(null);
    } catch (NumberFormatException e) {
      throw ProblemException.badRequest("The field " + name + " is not a whole number.");
    }
  }

  private static <T> List<T> shortened(List<T> list) {
    return list.subList(0, Math.min(list.size(), LONGEST_LIST));
  }

  /** A system and how it does. */
  record State(String name, Fault fault) {}
}
