package org.aftercare.modelling;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.aftercare.engine.flowmap.FlowMaps;
import org.aftercare.engine.models.DeployedProcesses;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The map of a flow: a page that can be printed. */
@Hidden
@Controller
class FlowMapController {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final FlowMaps maps;
  private final DeployedProcesses processes;
  private final Clock clock;

  FlowMapController(FlowMaps maps, DeployedProcesses processes, Clock clock) {
    this.maps = maps;
    this.processes = processes;
    this.clock = clock;
  }

  @GetMapping("/models/flows/{flow}")
  String show(@PathVariable String flow, Model page) {
    page.addAttribute(
        "map",
        maps.of(flow)
            .orElseThrow(
                () ->
                    new NoSuchPageException(
                        "There is no flow with this id on the server. The list of models has all"
                            + " that there are.")));
    page.addAttribute("today", DAY.format(clock.instant().atZone(ZoneId.systemDefault())));
    page.addAttribute("words", new FlowMapWords());
    return "modelling/flow";
  }

  /**
   * A model of the flow. It stands under the page's own address, where a browser sends the login
   * that it was given for the page.
   */
  @GetMapping("/models/flows/{flow}/{processId}")
  ResponseEntity<byte[]> chart(@PathVariable String flow, @PathVariable String processId) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_XML)
        .body(
            processes
                .find(processId)
                .map(processes::model)
                .orElseThrow(() -> new NoSuchPageException("There is no process with this id.")));
  }
}
