-- Who moderates is asked for by role: administrators are few among many.
CREATE INDEX "account_by_role" ON "account"("role");
