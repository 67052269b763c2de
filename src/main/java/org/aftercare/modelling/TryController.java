package org.aftercare.modelling;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aftercare.api.Caller;
import org.aftercare.api.CurrentCaller;
import org.aftercare.api.ProblemException;
import org.aftercare.engine.StaffLogins;
import org.aftercare.engine.change.CaseMoves;
import org.aftercare.engine.change.ModelDeployments;
import org.aftercare.engine.change.ModelTrials;
import org.aftercare.engine.change.ModelUpload;
import org.aftercare.engine.change.Move;
import org.aftercare.engine.change.MoveProgress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Trying a change: what it would do, the deployment, the move of the cases under way. All but the
 * page itself are answered with parts of it.
 */
@Hidden
@Controller
class TryController {

  private static final String FILES = "files";

  private final ModelTrials trials;
  private final ModelDeployments deployments;
  private final CaseMoves moves;
  private final StaffLogins logins;
  private final CurrentCaller caller;

  TryController(
      ModelTrials trials,
      ModelDeployments deployments,
      CaseMoves moves,
      StaffLogins logins,
      CurrentCaller caller) {
    this.trials = trials;
    this.deployments = deployments;
    this.moves = moves;
    this.logins = logins;
    this.caller = caller;
  }

  @GetMapping("/models/try")
  String page() {
    return "modelling/try";
  }

  @PostMapping("/models/try")
  String tryOut(@RequestParam(FILES) List<MultipartFile> files, Model part) {
    part.addAttribute("trial", trials.tryOut(uploads(files)));
    part.addAttribute("mayDeploy", logins.mayDeploy(login()));
    return "modelling/trial";
  }

  @PostMapping("/models/try/deployments")
  String deploy(@RequestParam(FILES) List<MultipartFile> files, Model part) {
    part.addAttribute("deployed", deployments.deploy(uploads(files), login()));
    return "modelling/deployed";
  }

  @GetMapping("/models/try/moves")
  String moves(@RequestParam("process") String processId, Model part) {
    part.addAttribute("processId", processId);
    part.addAttribute("proposals", moves.proposals(processId));
    return "modelling/moves";
  }

  @PostMapping("/models/try/moves")
  String move(@RequestParam("process") String processId, Model part) {
    List<MoveProgress> begun = new ArrayList<>();
    for (Move move : moves.move(processId, login())) {
      begun.add(new MoveProgress(move.batchId(), move.cases(), 0, 0));
    }
    part.addAttribute("moves", begun);
    return "modelling/moving";
  }

  @GetMapping("/models/try/moves/{batchId}")
  String progress(@PathVariable String batchId, Model part) {
    part.addAttribute(
        "moves",
        List.of(moves.progress(batchId).orElseThrow(() -> ProblemException.notFound("such move"))));
    return "modelling/moving";
  }

  private StaffLogins.Login login() {
    if (caller.get() instanceof Caller.Staff staff) {
      return new StaffLogins.Login(staff.userId(), staff.groups());
    }
    throw new IllegalStateException("Only staff come this far.");
  }

  private static List<ModelUpload> uploads(List<MultipartFile> files) {
    List<ModelUpload> uploads = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (MultipartFile file : files) {
      String name = nameOf(file);
      if (name.isEmpty()) {
        continue;
      }
      if (!names.add(name)) {
        throw ProblemException.invalid(
            FILES,
            "Two files are called %s.".formatted(name),
            "Choose each file once; files of the same name cannot be deployed together.");
      }
      try {
        uploads.add(new ModelUpload(name, file.getBytes()));
      } catch (IOException e) {
        throw ProblemException.invalid(
            FILES, "%s cannot be read.".formatted(name), "Choose the files again.");
      }
    }
    if (uploads.isEmpty()) {
      throw ProblemException.invalid(
          FILES, "No file was sent.", "Choose at least one .bpmn, .dmn or .form file.");
    }
    return uploads;
  }

  /** Some browsers send the folder along. */
  private static String nameOf(MultipartFile file) {
    String sent = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
    return sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1).strip();
  }
}
