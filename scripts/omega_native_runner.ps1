# Starts the HTTP runner: a thin wrapper around `omegac serve`.
param(
    [string]$BindHost = "127.0.0.1",
    [int]$Port = 8080,
    [int]$RateLimit = 10
)
$ErrorActionPreference = "Stop"
$program = Join-Path $PSScriptRoot "../packages/cli/dist/omegac.cjs"
& node $program serve --host $BindHost --port $Port --rate-limit $RateLimit
exit $LASTEXITCODE
