# What R's survival package says of the sets in sets.json; writes reference.json. Run by `npm run proof curves`.
suppressPackageStartupMessages({ library(survival); library(jsonlite) })
arguments <- commandArgs(trailingOnly = TRUE)
sets <- fromJSON(arguments[1], simplifyVector = FALSE)
number <- function(x) if (length(x) == 0 || is.na(x)) NULL else unname(x)

one <- function(set) {
  all <- do.call(rbind, lapply(seq_along(set$groups), function(place) {
    group <- set$groups[[place]]
    if (length(group) == 0) return(NULL)
    data.frame(group = place, time = sapply(group, function(each) each$time),
      end = sapply(group, function(each) if (is.null(each$end)) "none" else each$end))
  }))
  if (is.null(all)) return(list(name = set$name, steps = list(), competing = list(), medians = list(), logRank = NULL))
  fit <- survfit(Surv(time, end == "event") ~ 1, data = all, conf.type = "log-log")
  steps <- lapply(seq_along(fit$time), function(i) list(time = fit$time[i], atRisk = fit$n.risk[i], events = fit$n.event[i],
    censored = fit$n.censor[i], share = fit$surv[i], lower = number(fit$lower[i]), upper = number(fit$upper[i])))
  table <- summary(fit)$table
  ends <- factor(all$end, levels = c("none", "event", "died", "back-inside"))
  several <- survfit(Surv(all$time, ends) ~ 1)
  competing <- lapply(seq_along(several$time), function(i) list(time = several$time[i],
    none = several$pstate[i, 1], event = several$pstate[i, 2], died = several$pstate[i, 3], inside = several$pstate[i, 4]))
  tested <- tryCatch({
    test <- survdiff(Surv(time, end == "event") ~ group, data = all)
    df <- sum(test$exp > 0) - 1
    if (df < 1) NULL else list(chiSquare = test$chisq, degrees = df, p = pchisq(test$chisq, df, lower.tail = FALSE))
  }, error = function(problem) NULL)
  list(name = set$name, steps = steps, competing = competing, logRank = tested,
    medians = list(median = number(table["median"]), lower = number(table["0.95LCL"]), upper = number(table["0.95UCL"])))
}

answer <- list(R = R.version.string, survival = as.character(packageVersion("survival")), sets = lapply(sets, one))
writeLines(toJSON(answer, auto_unbox = TRUE, digits = NA, null = "null", na = "null"), arguments[2])
