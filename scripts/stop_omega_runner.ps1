# Stops the HTTP runner of a port: a thin wrapper around `omegac stop`, which touches no other process.
# The address and the limit are taken so that all three scripts can be called alike.
param(
    [string]$BindHost = "127.0.0.1",
    [int]$Port = 8080,
    [int]$RateLimit = 10
)
$ErrorActionPreference = "Stop"
$program = Join-Path $PSScriptRoot "../packages/cli/dist/omegac.cjs"
& node $program stop --port $Port
exit $LASTEXITCODE
