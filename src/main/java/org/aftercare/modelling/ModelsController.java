package org.aftercare.modelling;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aftercare.engine.flowmap.FlowMaps;
import org.aftercare.engine.models.DeployedProcess;
import org.aftercare.engine.models.DeployedProcesses;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The models as they run: a list of all, and one drawn. */
@Hidden
@Controller
class ModelsController {

  private final DeployedProcesses processes;
  private final FlowMaps maps;

  ModelsController(DeployedProcesses processes, FlowMaps maps) {
    this.processes = processes;
    this.maps = maps;
  }

  @GetMapping("/models")
  String list(Model page) {
    Map<String, List<DeployedProcess>> byFlow =
        processes.all().stream()
            .collect(
                Collectors.groupingBy(
                    process -> FlowTitles.of(process.flow()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    page.addAttribute("maps", maps.flows());
    page.addAttribute("flows", byFlow);
    return "modelling/models";
  }

  @GetMapping("/models/{processId}")
  String show(@PathVariable String processId, Model page) {
    DeployedProcess process = existing(processId);
    page.addAttribute("process", process);
    page.addAttribute("flow", FlowTitles.of(process.flow()));
    return "modelling/model";
  }

  /** The file of the newest version, as Modeler would open it. */
  @GetMapping("/models/{processId}/bpmn")
  ResponseEntity<byte[]> file(@PathVariable String processId) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_XML)
        .body(processes.model(existing(processId)));
  }

  private DeployedProcess existing(String processId) {
    return processes
        .find(processId)
        .orElseThrow(
            () ->
                new NoSuchPageException(
                    "There is no process with this id on the server. The list of models has all"
                        + " that there are."));
  }
}
