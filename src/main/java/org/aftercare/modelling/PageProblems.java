package org.aftercare.modelling;

import org.aftercare.engine.change.ChangeRefusedException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Says in a page what goes wrong with one. */
@ControllerAdvice(basePackageClasses = PageProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {

  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String notThere(NoSuchPageException e, Model page) {
    page.addAttribute("problem", e.getMessage());
    return "modelling/not-there";
  }

  /** The page's script shows it where the answer would have been. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.CONFLICT)
  String refused(ChangeRefusedException e, Model part) {
    part.addAttribute("lines", e.getMessage().lines().toList());
    return "modelling/refused";
  }
}
