package org.aftercare.sandbox;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Switches for faults: for tests and scripts; the page has buttons for the same. */
class FaultEndpoints {

  private final Faults faults;

  FaultEndpoints(Faults faults) {
    this.faults = faults;
  }

  RouterFunction<ServerResponse> routes() {
    return route()
        .GET("/faults", request -> list())
        .POST("/faults/{system}", this::set)
        .DELETE("/faults", request -> heal())
        .build();
  }

  private ServerResponse list() {
    Map<String, Fault> all = new TreeMap<>();
    Systems.all().forEach(system -> all.put(system, faults.of(system)));
    return ServerResponse.ok().body(all);
  }

  private ServerResponse set(ServerRequest request) throws ServletException, IOException {
    String system = request.pathVariable("system");
    if (!Systems.all().contains(system)) {
      throw ProblemException.notFound("system of this name");
    }
    Wanted wanted = Requests.body(request, Wanted.class);
    Fault fault =
        new Fault(
            mode(Requests.required("mode", wanted.mode())),
            wanted.delayMillis() == null ? 0 : wanted.delayMillis(),
            wanted.times(),
            wanted.path());
    faults.set(system, fault);
    return ServerResponse.ok().body(fault);
  }

  private ServerResponse heal() {
    faults.heal();
    return ServerResponse.noContent().build();
  }

  static Fault.Mode mode(String name) {
    try {
      return Fault.Mode.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(
          "The mode is none of none, off, slow, late, drop, garbage.");
    }
  }

  private record Wanted(String mode, Long delayMillis, Integer times, String path) {}
}
