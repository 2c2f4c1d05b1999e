package dev.surveyor.access.users;

import dev.surveyor.access.Open;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How somebody gets an account of their own. */
@RestController
@RequestMapping("/api/v1/auth")
class RegistrationController {

    private final UserAdministration administration;

    RegistrationController(UserAdministration administration) {
        this.administration = administration;
    }

    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    @Open
    User register(@Valid @RequestBody UserFields.Register wanted) {
        return administration.register(wanted.username(), wanted.email(), wanted.password());
    }
}
