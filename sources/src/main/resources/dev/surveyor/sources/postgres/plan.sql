DECLARE
    plan text;
BEGIN
    EXECUTE %s INTO plan;
    PERFORM set_config('surveyor.plan', CASE WHEN length(plan) > %d THEN '' ELSE plan END, true);
END
