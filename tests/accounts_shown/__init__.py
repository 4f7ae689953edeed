"""What filed accounts show, told from the books behind them and without any reader of ours."""
