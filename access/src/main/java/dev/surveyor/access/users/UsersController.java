package dev.surveyor.access.users;

import dev.surveyor.access.Caller;
import dev.surveyor.access.Cursor;
import dev.surveyor.access.Needs;
import dev.surveyor.access.Permission;
import dev.surveyor.access.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People: oneself, others to share with, and all of them for administrators. */
@RestController
@RequestMapping("/api/v1/users")
class UsersController {

    private final UserAdministration administration;
    private final Users users;
    private final PeopleSearch search;

    UsersController(UserAdministration administration, Users users, PeopleSearch search) {
        this.administration = administration;
        this.users = users;
        this.search = search;
    }

    @GetMapping
    @Needs(Permission.USERS_ADMINISTER)
    UserFields.Page list(
            @RequestParam(required = false) @Nullable @Size(max = 200) String after,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        String from = after == null ? null : Cursor.read(after);
        List<User> found = users.page(from, role, active, limit);
        String next =
                found.size() < limit
                        ? null
                        : Cursor.write(found.getLast().username().toLowerCase(Locale.ROOT));
        return new UserFields.Page(found, next);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.USERS_ADMINISTER)
    User create(@Valid @RequestBody UserFields.Create wanted, Caller caller) {
        return administration.create(
                wanted.username(), wanted.email(), wanted.password(), wanted.role(), caller);
    }

    @GetMapping("/{id}")
    @Needs(Permission.USERS_ADMINISTER)
    User one(@PathVariable UUID id) {
        return administration.byId(id);
    }

    @PutMapping("/{id}")
    @Needs(Permission.USERS_ADMINISTER)
    UserAdministration.Changed change(
            @PathVariable UUID id, @Valid @RequestBody UserFields.Change wanted, Caller caller) {
        return administration.change(
                caller, id, wanted.role(), wanted.active(), wanted.handOverTo());
    }

    @GetMapping("/search")
    @Needs(Permission.USERS_FIND)
    UserFields.People search(@RequestParam @Size(min = 1, max = 254) String q, Caller caller) {
        return new UserFields.People(search.beginningWith(q, caller));
    }

    @PutMapping("/me")
    @Needs(Permission.ACCOUNT)
    User rename(@Valid @RequestBody UserFields.Rename wanted, Caller caller) {
        return administration.rename(caller, wanted.username(), wanted.email());
    }

    @PostMapping("/me/change-password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.ACCOUNT)
    void changePassword(@Valid @RequestBody UserFields.ChangePassword wanted, Caller caller) {
        administration.changePassword(caller, wanted.currentPassword(), wanted.newPassword());
    }
}
