/**
 * What a change of models would do: to the models themselves, and to the cases that are under way
 * in them. And the change itself: the deployment, and the move of the cases.
 */
@NamedInterface("change")
package org.aftercare.engine.change;

import org.springframework.modulith.NamedInterface;
